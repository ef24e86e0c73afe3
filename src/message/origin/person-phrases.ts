/**
 * Data: sentences in which a person takes a stand on a booking. Where one of them stands
 * before the words of a machine, or in a text of weak evidence only, the mail stays a
 * person's. They decide nothing else; what the person means is for `reading/`.
 */
import type { PhraseRow } from './phrase-score.ts';

export const PERSON_PHRASES: readonly PhraseRow[] = [
  {
    kind: 'consent',
    points: 1,
    in: 'squeezed',
    pattern: /参加(?:します|いたします|致します|させて|できます|したい|出来ます|希望)/u,
  },
  {
    kind: 'consent',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:承知|了解|了承|りょうかい)(?:です|しました|いたしました|致しました|しております|いたし)|(?:わか|分か|判)りました|かしこまりました|同意(?:します|いたします|致します|しました|の上)|(?:大丈夫|問題ありません|問題ない|構いません|オッケー|OK)です/u,
  },
  {
    kind: 'wish',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:希望(?:です|します|いたします|致します|しております)|(?:時|日|分|半|頃|方|形)で(?:お願い|おねがい|大丈夫|よろしく)|伺います|うかがいます|行けます|受けます|受けたい|予約(?:を)?(?:お願い|したい|取りたい|変更|キャンセル)|(?:キャンセル|変更)(?:を)?(?:お願い|したい|させて))/u,
  },
  {
    kind: 'answer',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:返信|返事|ご?連絡|確認)(?:が|を|の)?(?:大変)?(?:遅く?なり|遅れ)(?:まして|て|ました)(?!ら)|(?:しておりました|していました|でした)(?:が|ので|けど)/u,
  },
  {
    kind: 'question',
    points: 1,
    in: 'squeezed',
    pattern: /(?:でしょうか|ますか|ですか|ませんか|教えて(?:いただ|ください|下さい|頂))/u,
  },
];
