/**
 * What may stand beside 来談 and 不在, which cannot be taken back: "来談 30分早く終了". A remark must
 * not speak against the act, nor name another time, person or booking: an absence of which word
 * was given beforehand is none (6(6)). Pure; where it is not sure, the counselor is asked.
 */
import { phrases } from '../items/phrase-table.ts';
import type { CounselorWord } from '../types.ts';
import type { WordKind } from './words.ts';

/** A longer remark is a report, which a person reads. */
const LONGEST_REMARK = 60;

/** Another act, or a doubt about this one. */
const EITHER = 'では(な|あり) じゃな 間違 まちがい 誤り 訂正 別の 別人 ほかの 他の 中止 延期 振替';
const AGAINST = {
  attended: new RegExp(
    phrases(`
      ${EITHER} 来(な|ず|ませ|られ(な|ず|ませ)|ていな|ておら) 現れ(な|ず|ませ) 欠席 代理 未実施
      入室(せ|な|でき|して(いな|おら)|がな|はな) 連絡(も|が|は)?(な|無) 応答(も|が|は)?(な|無)
      (つなが|繋が)(ら|りませ) (実施|相談|接続)(は|も)?でき(ず|ま|な) していな しておら
    `),
  ),
  no_show: new RegExp(
    phrases(`
      ${EITHER} 来(た|談|まし|られ(た|まし)) 入室(し(た|て|まし)|あ|さ|済)
      (連絡|電話|メール|TEL|申し?出|知らせ|伝言|届)(が|は|を|も|で|に|、)?(あ(り|っ|る)|有|いた|頂|受|来|済|入|連絡)
      事前 前もって まえもって あらかじめ 前日 今朝 朝に 昨日 遅れ 遅刻 後から あとから
      (つなが|繋が)(ら|り) 接続 入れ(な|ず|ませ) エラー 障害 故障 停電 不具合 トラブル
      体調 病 発熱 熱が 入院 事故 急用 都合 不幸 忌引 取りやめ 辞退
    `),
    'i',
  ),
} as const;

/** Another time, another person, another booking. "10分" and "2回目" are none of these. */
const NAMES_ANOTHER =
  /[0-9一二三四五六七八九十](?:時|日|月|[:/-][0-9])|午前|午後|明日|明後日|来週|再来週|今週|次|様|さん|氏|殿|[a-z0-9]{4}-[a-z0-9]{4}|[0-9]{5}|@/i;

/** The words that only record whether somebody came. */
export function recordsAttendance(kind: WordKind): kind is keyof typeof AGAINST {
  return kind === 'attended' || kind === 'no_show';
}

/** Whether a line says the contrary of the act; the text is width-folded. */
export function speaksAgainst(kind: WordKind, text: string): boolean {
  return recordsAttendance(kind) && AGAINST[kind].test(text.replaceAll(/\s+/g, ''));
}

/** Whether a text is no more than a remark on the act; doubts and words of the table are not looked for. */
export function isOnlyRemark(kind: WordKind, text: string): boolean {
  if (!recordsAttendance(kind) || text.length > LONGEST_REMARK) return false;
  return !NAMES_ANOTHER.test(text) && !speaksAgainst(kind, text);
}

/** 来談 and 不在 record no reason: what stands beside them is left out, and the counselor is told. */
export function withRemark(word: CounselorWord): CounselorWord {
  return word.kind === 'attended' || word.kind === 'no_show' ? { ...word, remark: true } : word;
}

/** Behind the new time: that the person agrees, which changes nothing about it. */
const AGREED =
  /[\s、,。(（※*]*(?:ご?本人(?:に|の|より|から|も|と)?)?(?:お?電話(?:で|にて)?)?(?:了解|了承|同意|承諾|希望|合意|相談)(?:済み?|あり|を得た|のため|です|しました)?[\s。)）]*$/;

/** What stands beside 変更 and 次回 without "本人了解" and the like. */
export function withoutAgreement(text: string): string {
  return text.replace(AGREED, '');
}
