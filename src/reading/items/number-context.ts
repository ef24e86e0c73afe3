/**
 * What the words around a number say about it. Tables of words, read by one short function:
 * the label of a form wins, then the words directly before, then those directly behind.
 */
import type { FieldKind } from './label-table.ts';
import type { NumberKind } from './number.ts';

/** So many characters of the line are looked at before and behind a number. */
export const LINE_BEFORE = 24;
const LINE_AFTER = 24;

const LINK = '[はがのもを、:： 　・「（(【\\]】）)=＝番号nNoO.．-]{0,8}$';

interface ContextRow {
  words: RegExp;
  kind: NumberKind;
}

/** Words that end directly before the number; the nearest decides. */
const BEFORE: readonly ContextRow[] = [
  { words: new RegExp(`求人(?:票|情報)?(?:の)?(?:番号|no\\.?)?${LINK}`, 'i'), kind: 'job_offer' },
  { words: new RegExp(`(?:事業所|企業|会社|法人)(?:の)?(?:番号)?${LINK}`), kind: 'establishment' },
  {
    words: new RegExp(
      `(?:雇用保険|被保険者|受給資格者?証?|支給|年金|保険証|免許証?|手帳|口座|予約|申込|整理|受験|社員|学籍|郵便|会員|お?客様|登記|パスポート|在留カード|zoom|ミーティング|ID|パスコード)${LINK}`,
      'i',
    ),
    kind: 'other',
  },
  { words: new RegExp(`(?:マイナンバー|個人番号)${LINK}`), kind: 'individual' },
  { words: new RegExp(`(?:郵便番号|〒)${LINK}`), kind: 'postal' },
  {
    words: new RegExp(
      `(?<!(?:TEL|電話)[ ]?[/・／、&]?[ ]?)(?:FAX|ファックス|ファクス|ファクシミリ)${LINK}`,
      'i',
    ),
    kind: 'fax',
  },
];

/** Words that begin directly behind the number. */
const AFTER: readonly ContextRow[] = [
  {
    words:
      /^[)）」』]?(?:の|という|にある)?[ ]?(?:求人|会社|企業|募集|事業所|に応募|への?応募|へ応募|への?紹介)/,
    kind: 'job_offer',
  },
  { words: /^[ ]?[（(]?(?:FAX|ファックス|ファクス)(?:番号)?(?:です|[)）]|$)/i, kind: 'fax' },
];

const SEEKER_BEFORE =
  /(?:求職|休職|ハローワーク|ハロワ|登録|受付票|カード|私の|自分の|本人の?)(?:者|申込|登録|カード|受付票)?(?:の)?(?:番号|ばんごう|no\.?|ID)?[はがも、:： 　「（(】）)=-]{0,8}$/i;
const PLAIN_NUMBER_BEFORE = /(?:^|[、。 　])(?:番号|No\.?|no)(?:は|:|：|が| ){0,3}$/;
const PHONE_BEFORE =
  /(?:電話|携帯|TEL|ＴＥＬ|連絡先|☎|℡|自宅|ケータイ|スマホ|でんわ)[^。\n]{0,10}$/i;

/** The kind of a number by its shape, its field and its neighbours. */
export function contextKind(
  shape: NumberKind,
  { before, after }: { before: string; after: string },
  field: FieldKind | null,
): { kind: NumberKind; labelled: boolean } {
  const near = BEFORE.find(
    (row) => row.words.test(before) && !(shape === 'phone' && row.kind === 'establishment'),
  );
  if (near !== undefined) return { kind: near.kind, labelled: true };
  const behind = AFTER.find((row) => row.words.test(after));
  if (behind !== undefined && (shape === 'seeker' || behind.kind === 'fax')) {
    return { kind: behind.kind, labelled: true };
  }
  if (field === 'other' && shape !== 'phone') return { kind: 'other', labelled: true };
  if (field === 'fax' && shape === 'phone') return { kind: 'fax', labelled: true };
  if (SEEKER_BEFORE.test(before) || (shape === 'seeker' && PLAIN_NUMBER_BEFORE.test(before))) {
    return { kind: shape === 'phone' ? 'phone' : seekerLike(shape), labelled: shape === 'seeker' };
  }
  if (shape === 'phone') {
    const labelled = field === 'phone' || field === 'mobile' || PHONE_BEFORE.test(before);
    return { kind: 'phone', labelled };
  }
  return { kind: shape, labelled: shape === 'seeker' && field === 'seekerNumber' };
}

/** A number behind 求職番号 is one, whatever its shape; whether it is whole is asked later. */
function seekerLike(shape: NumberKind): NumberKind {
  return shape === 'individual' ? 'other' : shape;
}

/** The text of the same line before an offset, at most `most` characters. */
export function wordsBefore(text: string, at: number, most: number): string {
  const window = text.slice(Math.max(0, at - most), at);
  return window.slice(window.lastIndexOf('\n') + 1);
}

/** The text of the same line behind an offset. */
export function wordsAfter(text: string, at: number): string {
  const window = text.slice(at, at + LINE_AFTER);
  const newline = window.indexOf('\n');
  return newline === -1 ? window : window.slice(0, newline);
}
