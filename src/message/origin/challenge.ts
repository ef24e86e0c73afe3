/**
 * Challenge-response: a program that holds our mail back until we prove that we are people.
 * It must confirm nothing, and the counselor must learn that our mail was not delivered.
 * It relies on the headers of such programs and on their wording, never on a single word.
 */
import { headerEvidence } from '../header-evidence.ts';
import { PERSON_PHRASES } from './person-phrases.ts';
import { phraseScore } from './phrase-score.ts';
import type { OriginRule } from './rule.ts';

/** Headers of TMDA, ASK, Spam Arrest, Boxbe, Sanebox-like services. */
const CHALLENGE_HEADERS: readonly [name: string, value: RegExp][] = [
  ['x-tmda-confirm', /\S/u],
  ['x-tmda-fingerprint', /\S/u],
  ['x-delivery-agent', /^tmda\b/iu],
  ['x-ask-auth', /\S/u],
  ['x-ask-info', /\S/u],
  ['x-spamarrest', /\S/u],
  ['x-sa-confirm', /\S/u],
  ['x-boxbe-version', /\S/u],
  ['x-challenge', /\S/u],
  ['x-mailer', /\b(?:tmda|spamarrest|boxbe|active spam killer|qconfirm)\b/iu],
];

export const challengeHeader: OriginRule = {
  name: 'challenge-header',
  origin: 'challenge',
  find(mail) {
    for (const [name, value] of CHALLENGE_HEADERS) {
      const found = headerEvidence(mail.message, name, value);
      if (found) return found;
    }
    return null;
  },
};

const WESTERN = new RegExp(
  [
    '(?:confirm|verify|prove|make sure|ensure)\\b.{0,60}\\b(?:you are (?:a )?(?:human|real|not a (?:robot|spam))|sent by a (?:human|real|person)|(?:a human|a person) (?:and )?not)',
    '(?:verify|confirm|authenticate) (?:your (?:e-?mail )?address|yourself|your identity)\\b.{0,80}\\b(?:click|link|deliver|reply)',
    'your (?:e-?mail|message)(?: to \\S{1,80})? (?:is|was|has been) (?:being )?held\\b.{0,40}\\bto (?:release|deliver) it',
    'your (?:e-?mail|message) (?:is|was|has been) (?:being )?(?:held|quarantined|put on hold|waiting)[^.]{0,80}(?:confirm|verif|approv|click|reply)',
    '(?:approved|guest|allowed) (?:senders?|list)\\b.{0,80}(?:click|verify|reply)',
    'please (?:reply to|respond to|confirm) this (?:message|e-?mail) .{0,60}(?:deliver|release)(?:ed)? (?:your|the|it)',
  ]
    .map((claim) => `\\b(?:${claim})`)
    .join('|'),
  'u',
);
const PROVE_BY =
  '[^]{0,80}?(?:クリック|url|リンク|アクセス|返信|ボタン|入力)[^。]{0,24}(?:ください|いただ|すると|することで|されると|されますと|お願い)';
const PROOF = '(?:確認|認証|承認)(?:を|が|の)?(?:行|必要|済|手続|お願い|取ら|完了|でき|いただ)';
const JAPANESE = [
  `(?:送信者|差出人)(?:様)?の?${PROOF}`,
  `ご?本人(?:様)?(?:から|が|による)?の?(?:送信|メール)?(?:で|である|か)[^。]{0,20}${PROOF}`,
  `(?:迷惑メール|スパム)[^。]{0,40}(?:対策|防止|フィルタ)[^。]{0,60}${PROOF}`,
  '(?:メール|メッセージ)は[^。]{0,30}(?:保留|隔離|配信待ち)',
  '(?:メール|メッセージ)を(?:受け取る|受信する|お届けする|配信する)(?:に|ため)は?[^。]{0,20}(?:承認|認証|確認|手続)',
].map((claim) => new RegExp(`${claim}${PROVE_BY}`, 'iu'));
/** The act first, then what it proves or opens: 「URLをクリックして送信者確認を完了してください」. */
const ACT =
  '(?:クリック|url|リンク|アクセス|返信|ボタン)[^。]{0,30}(?:して|する(?:と|こと)|いただ|され(?:ると|ますと)|ください)';
const OPENS = [
  `(?:送信者|差出人)(?:様)?の?${PROOF}`,
  '(?:許可|承認|安全|ホワイト)(?:済み)?(?:の?(?:送信者|差出人))?(?:の)?リスト(?:に|へ)(?:登録|追加)',
  '(?:メール|メッセージ)は(?:保留|配信(?:され|いた)|お届け(?:され|いた))',
];
const JAPANESE_ACT_FIRST = OPENS.map((opened) => new RegExp(`${ACT}[^]{0,60}?${opened}`, 'iu'));

/** The wording of a challenge: prove yourself, and by which link or answer. */
export const challengeText: OriginRule = {
  name: 'challenge-text',
  origin: 'challenge',
  find(mail) {
    if (phraseScore(mail.written, PERSON_PHRASES).points > 0) return null;
    const western = WESTERN.exec(mail.written.words.slice(0, 4_000));
    if (western) return western[0].slice(0, 200);
    for (const sentence of [...JAPANESE, ...JAPANESE_ACT_FIRST]) {
      const found = sentence.exec(mail.written.squeezed.slice(0, 4_000));
      if (found) return found[0];
    }
    return null;
  },
};
