/**
 * Whether what stands behind a counselor's word may be its reason although it holds a word itself:
 * "取消 本人から電話でキャンセルの連絡". Pure; where it is not sure, the counselor is asked.
 */
import { WORDS, type WordKind } from './words.ts';

/** How a reason ends, so that a word in it is told of and not given: spaces are left out. */
const REASON_END =
  /(?:ため|為|ので|により|によって|から|とのこと|[0-9]回目?|(?:連絡|電話|申し?出|依頼|希望|相談|意思|意向|約束|同意|了承|承諾|確認)(?:あり|有り?|がありました|があった|済み?|しました|した|を受けた)?)(?:です)?[。.]*$/;

/** Words that speak against another one even in its reason: which of the two is meant? */
const AGAINST: Partial<Record<WordKind, readonly WordKind[]>> = {
  confirm: ['cancel', 'office_cancel', 'no_show', 'refuse'],
  cancel: ['no_show', 'office_cancel'],
  office_cancel: ['cancel'],
  refuse: ['lift_refusal'],
  lift_refusal: ['refuse'],
  // 済 decides nothing, so that a word beside it may be the one that was meant.
  settle: WORDS.map(({ kind }) => kind),
};

/** `text` is the reason in the matching form, `held` the kinds of the words in it. */
export function mayHold(
  kind: WordKind,
  { text, held }: { text: string; held: readonly WordKind[] },
): boolean {
  const against = AGAINST[kind] ?? [];
  return REASON_END.test(text) && !held.some((each) => against.includes(each));
}
