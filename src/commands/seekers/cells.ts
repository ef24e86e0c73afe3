/**
 * What stands in one cell of an office's list, as the register keeps it: number, name, address,
 * telephone. Widths and hyphens are folded; what does not fit is answered with its reason, in
 * Japanese. Nothing is looked up.
 */
import { UNREADABLE } from '../../csv/decode.ts';
import { splitAddress } from '../../message/address.ts';
import { toNational } from '../../reading/items/phone.ts';
import { normalise } from '../../reading/normalise.ts';

/** A value as it is stored, or why it cannot be. */
export type CellValue = { value: string | null; note?: 'zero_restored' } | { reason: string };

const OFFICE_DIGITS = 5;
const LONGEST_NAME = 100;

/** 求職番号: the office's five digits, a hyphen, four to eight digits; the hyphen may be left out. */
export function seekerNumberCell(written: string): CellValue {
  const text = normalise(written.trim()).text.replaceAll(' ', '');
  if (text === '') return { reason: '求職番号が空です。' };
  if (/^\d(?:\.\d+)?e\+\d+$/i.test(text)) {
    return {
      reason:
        'Excelの指数の表示になっていて、元の番号が分かりません。列の書式を文字列にしてください。',
    };
  }
  const match = /^(?:(\d+)-(\d+)|(\d+))$/.exec(text);
  const digits = (match?.[1] ?? '') + (match?.[2] ?? match?.[3] ?? '');
  const shaped = match !== null && (match[1] === undefined || match[1].length === OFFICE_DIGITS);
  if (!shaped || !/^\d{9,13}$/.test(digits)) {
    return { reason: '求職番号は、5桁の数字、ハイフン、4桁から8桁の数字です。' };
  }
  if (!/^(?:0[1-9]|[1-3]\d|4[0-7])/.test(digits)) {
    return {
      reason: '求職番号の初めの2桁は、01から47までです。先頭の0が消えていないか確かめてください。',
    };
  }
  return { value: `${digits.slice(0, OFFICE_DIGITS)}-${digits.slice(OFFICE_DIGITS)}` };
}

/** 氏名, as written; only blanks at the ends and in rows are taken away. */
export function nameCell(written: string): CellValue {
  const value = written.replace(/[\s\u3000]+/g, ' ').trim();
  if (value === '') return { reason: '氏名が空です。' };
  if ([...value].length > LONGEST_NAME) return { reason: `氏名は${LONGEST_NAME}字までです。` };
  return /^[\d\s-]+$/.test(value) ? { reason: '氏名が数字だけです。' } : { value };
}

/** The My-Page address, carrier addresses outside the RFC included (trap 16); empty where unknown. */
export function addressCell(written: string): CellValue {
  const text = written.normalize('NFKC').trim();
  if (text === '') return { value: null };
  const split = splitAddress(text);
  const plain = split !== null && /^[!-~]{1,64}$/.test(split.local) && DOMAIN.test(split.domain);
  if (!split || !plain) {
    return { reason: 'メールアドレスの形ではありません。1つだけ、半角で書いてください。' };
  }
  return { value: `${split.local}@${split.domain}` };
}

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** A Japanese telephone number in its national form; a zero that Excel took is put back. */
export function phoneCell(written: string): CellValue {
  const text = normalise(written.trim()).text;
  if (text.trim() === '') return { value: null };
  const digits = text.replace(/[\s()./-]/g, '').replace(/^\+/, '');
  if (/^\d+$/.test(digits)) {
    const national = toNational(digits);
    if (national !== null) return { value: national };
    const restored = digits.startsWith('0') ? null : toNational(`0${digits}`);
    if (restored !== null) return { value: restored, note: 'zero_restored' };
  }
  return { reason: '電話番号の形ではありません。市外局番から、1つだけ書いてください。' };
}

/** Why no value of this cell can be trusted, whatever its kind; null where it is plain text. */
export function unreadableCell(written: string): string | null {
  if (written.includes(UNREADABLE))
    return '読めない文字があります。ファイルの文字コードを確かめてください。';
  if (/[\uE000-\uF8FF]/.test(written))
    return '外字があります。ほかの端末で読める字に直してください。';
  const control = [...written].some((c) => c < ' ' && c !== '\n' && c !== '\t');
  return control ? '目に見えない制御文字があります。' : null;
}
