/**
 * What was written down: mails out and in, the story of each booking in sentences, and the texts
 * of the terms. The mails' own words are not in it.
 */

import { WITHDRAWN } from '../../domain/outbound.ts';
import { ACTOR_WORDS } from '../../domain/words/booking-words.ts';
import { EVENT_WORDS } from '../../domain/words/event-words.ts';
import { MAIL_WORDS, OUTBOX_WORDS, WITHDRAWN_WORDS } from '../../domain/words/mail-words.ts';
import { inWords, shortTimeOf, timeOf, type View } from './sql.ts';

const INBOX_WORDS = {
  noted: '運用を始める前のメール（処理しません）',
  received: '処理を待っています',
  handled: '処理しました',
  for_staff: '担当者に渡しました',
  duplicate: '同じメールが先に届いています',
};

const IS_WITHDRAWN = `o.state = 'failed' and o.response like '${WITHDRAWN}%'`;

export const RECORD_VIEWS: readonly View[] = [
  {
    name: '80_メール',
    about: '送ったメールと、これから送るメール。新しいものが上です。',
    select: `select
  ${timeOf('o.date')} as "書いた日時",
  b.reference as "予約番号",
  ${inWords('o.kind', MAIL_WORDS)} as "種類",
  case when ${IS_WITHDRAWN} then '${WITHDRAWN_WORDS}'
    else ${inWords('o.state', OUTBOX_WORDS)} end as "状態",
  ${timeOf('o.sent_at')} as "送った日時",
  o.to_address as "宛先",
  o.subject as "件名",
  o.attempts as "送ろうとした回数",
  case when o.state <> 'sent' then o.response end as "送信サーバーの返答",
  case
    when o.state = 'held' then '管理者に uketsuke release を実行してもらってください。'
    when ${IS_WITHDRAWN} then ''
    when o.state = 'failed' and o.kind like 'staff.%'
      then '窓口のアドレスと送信サーバーを、管理者に確かめてもらってください。'
    when o.state = 'failed' then 'ご本人に電話で伝え、アドレスを確かめてください。'
    else '' end as "次にすること",
  o.id as "番号"
from outbox o left join booking b on b.id = o.booking_id
order by o.id desc`,
  },
  {
    name: '82_受信',
    about: '届いたメールをどう扱ったか。本文は受信箱にあります。新しいものが上です。',
    select: `select
  ${timeOf('i.internal_date')} as "届いた日時",
  b.reference as "予約番号",
  ${inWords('i.state', INBOX_WORDS)} as "扱い",
  i.size_bytes as "大きさ（バイト）",
  i.id as "番号"
from inbox i left join booking b on b.id = i.booking_id
order by i.id desc`,
  },
  {
    name: '81_経過',
    about: '予約ごとの経過。予約番号の欄でしぼり込むと、1件の始めから終わりまでが読めます。',
    select: `select
  b.reference as "予約番号",
  ${shortTimeOf('e.at')} || ' ' || ${inWords('e.type', EVENT_WORDS)}
    || coalesce('（第' || replace(e.article, '(', '条(') || case when instr(e.article, '(') = 0
      then '条' else '' end || '）', '') as "できごと",
  ${inWords('e.actor', ACTOR_WORDS)} as "だれの行いか",
  case when e.type = 'terms_announced' and instr(e.detail, ' sha256:') > 0
    then substr(e.detail, 1, instr(e.detail, ' sha256:') - 1) || ' の版'
    else e.detail end as "理由など",
  ${timeOf('e.at')} as "日時",
  ${timeOf('e.recorded_at')} as "記録した日時",
  e.inbox_id as "受信の番号"
from event e join booking b on b.id = e.booking_id
order by e.booking_id desc, e.id`,
  },
  {
    name: '95_規約の版',
    about: '利用規約の版と、その版を送った予約、変わると知らせた予約の数（第13条）。',
    select: `select
  t.label as "版（末尾の日付）",
  ${timeOf('t.first_used_at')} as "初めて送った（知らせた）日時",
  count(b.id) as "送った予約の数",
  coalesce(sum(b.state in ('requested', 'awaiting_reply', 'confirmed')), 0) as "そのうち続いている予約",
  (select count(distinct e.booking_id) from event e where e.type = 'terms_announced'
    and e.detail = t.label || ' sha256:' || t.sha256) as "変わると知らせた予約の数",
  length(t.text) as "文字数",
  substr(t.sha256, 1, 16) as "指紋（SHA-256の始め）"
from terms t left join booking b on b.terms_sha256 = t.sha256
group by t.sha256
order by t.first_used_at`,
  },
];
