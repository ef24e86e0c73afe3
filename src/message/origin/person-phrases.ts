/**
 * Data: sentences in which a person takes a stand on a booking. Where one of them stands
 * before the words of a machine, or in a text of scant evidence, the mail stays a person's;
 * `acceptance` does not protect a text that says of itself that it is automatic.
 * They decide nothing else; what the person means is for `reading/`.
 */
import { phraseTable } from './phrase-score.ts';

export const PERSON_PHRASES = phraseTable([
  {
    kind: 'consent',
    points: 1,
    in: 'squeezed',
    says: [
      '参加(?:します|いたします|させて|できます|したい|希望)',
      '同意(?:します|いたします|しました|の上)',
      '(?:大丈夫|問題ありません|問題ない|構いません|結構|オッケー|OK)です',
    ],
  },
  {
    kind: 'acceptance', // robots of desks say it too
    points: 1,
    in: 'squeezed',
    says: [
      '(?:承知|了解|了承|りょうかい)(?:です|しました|いたしました|しております|いたし)',
      '(?:わかり|分かり|判り|かしこまり)ました',
    ],
  },
  {
    kind: 'wish',
    points: 1,
    in: 'squeezed',
    says: [
      '希望(?:です|します|いたします|しております)',
      '(?:時|日|分|半|頃|方|形)で(?:お願い|おねがい|大丈夫|よろしく|結構)',
      '(?:伺い|うかがい|行け|受け)ます|受けたい',
      '予約を?(?:お願い|したい|取りたい|変更|キャンセル)',
      '(?:キャンセル|変更)を?(?:お願い|したい|させて)',
    ],
  },
  {
    kind: 'late answer',
    points: 1,
    in: 'squeezed',
    says: [
      '(?:返信|返事|連絡|確認)(?:が|を|の)?(?:大変)?(?:遅く?なり|遅れ)(?:まして|て|ました)',
      '(?:しておりました|していました|でした)(?:が|ので|けど|ため)',
    ],
  },
  {
    kind: 'family',
    points: 1,
    in: 'squeezed',
    says: ['(?:主人|夫|妻|家内|母|父|息子|娘|家族|本人|子ども?|子供)(?:は|が|の代わり|に代わ)'],
  },
  {
    kind: 'question',
    points: 1,
    in: 'squeezed',
    says: ['でしょうか|ますか|ですか|ませんか|教えて(?:いただ|くださ)'],
  },
  {
    kind: 'consent',
    points: 1,
    in: 'words',
    says: [
      "\\bi(?:'ll| will| can) (?:join|attend|be there|come|participate)",
      '\\b(?:see you|sounds good|looks good|i agree|count me in|yes[,.!]|no problem)',
    ],
  },
]);
