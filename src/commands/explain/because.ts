/**
 * Why a mail is of its kind, and the words that the reading of a reply or of a counselor's word
 * relied on. One Japanese sentence or two; it judges nothing itself.
 */
import { wishInWords } from '../../domain/words/wish-words.ts';
import { WORD_NAMES } from '../../flow/words/further-word.ts';
import type { CounselorWord } from '../../reading/types.ts';
import type { Explanation } from './explanation.ts';
import { INTENT_WORDS, ORIGIN_WORDS } from './words.ts';

/** The reason of the kind, with its evidence quoted. */
export function because(explanation: Explanation): string {
  const { kind, mail, reply, threadSign, site } = explanation;
  const { origin, rule, evidence } = mail.verdict;
  switch (kind) {
    case 'bounce':
    case 'machine':
      return `${ORIGIN_WORDS[origin]}です。根拠は「${evidence}」（規則 ${rule ?? 'なし'}）`;
    case 'site_notice':
      if (site !== null) return `差出人と件名が、予約サイト「${site.site}」の通知です`;
      return `自動のメールで、氏名、求職番号、予約日時がそろっています。根拠は「${evidence}」（規則 ${rule ?? 'なし'}）`;
    case 'counselor':
      return counselorReason(explanation);
    case 'request':
      return requestReason(explanation);
    case 'reply':
      return `${threadSign ?? '返信です'}。${replyReason(reply)}`;
    case 'other':
      return '人が書いたメールですが、返信の印がなく、申込みとして読める日時や求職番号もありません';
  }
}

function replyReason(reply: Explanation['reply']): string {
  if (reply === null) return '';
  const { judgement, reading } = reply;
  const words = reading.span === null ? reading.because : `「${reading.because}」`;
  const doubt = judgement === reading.intent ? '' : '。確かに読み取れないところがあるため';
  return `意味は「${INTENT_WORDS[judgement]}」で、根拠は${words || '本文全体'}${doubt}`;
}

function requestReason({ items }: Explanation): string {
  const found = items?.reading.items;
  const named = [
    found?.seekerNumber ? '求職番号' : null,
    found?.wish && found.wish.value.kind !== 'none' ? '希望日時' : null,
  ].filter((item) => item !== null);
  if (named.length === 0) return '申込みの事項が、項目名をつけて書かれています';
  return `申込みの文面で、${named.join('と')}があります`;
}

function counselorReason({ counselor, isRequest }: Explanation): string {
  const staff = '差出人が職員のアドレスです';
  const words = counselor?.words.words ?? [];
  if (words.length > 0) return `${staff}。窓口のことば：${words.map(wordInWords).join('、')}`;
  const memo = counselor?.forwarded ? '転送された申込み' : '受付メモ';
  return isRequest ? `${staff}。${memo}として読めます` : staff;
}

/** A counselor's word as the office writes it: "変更 2026年12月4日（金）10時00分". */
function wordInWords(word: CounselorWord): string {
  const name = WORD_NAMES[word.kind];
  if ('wish' in word) return `${name} ${wishInWords(word.wish)}`;
  if ('address' in word) return `${name} ${word.address}`;
  return 'reason' in word && word.reason !== null ? `${name}（${word.reason}）` : name;
}
