/**
 * Changes and cancellations that are not the session's: "面接が中止になったので" makes room for
 * it, "電話番号が変わりました" says how to reach the person. Lists of subjects and what is said
 * of them, in matching form.
 */
import { wordsOf } from './fold.ts';
import type { Predicate } from './predicates.ts';

const EVENTS = wordsOf(`
  面接 仕事 用事 別件 会議 打ち合わせ バイト アルバイト パート 授業 講義 行事 旅行 出張 法事 運動会 検査
  手術 診察 通院 残業 勤務 参観 参観日 飲み会 練習 試合 研修
`).join('|');
const CALLED_OFF = wordsOf('中止 延期 取りやめ 取り止め キャンセル 白紙 なくな 無くな').join('|');
const CALLS_OFF = new RegExp(`^(?:${CALLED_OFF})`);
const ENDS_IN_EVENT = new RegExp(
  `(?:${EVENTS})(?:の予定|の方|のほう)?(?:が|も|は)(?:急に|急きょ|急遽)?$`,
);
const EVENT_IS_OFF = new RegExp(
  `(?:${EVENTS})(?:の予定|の方|のほう)?(?:が|も|は)(?:急に|急きょ|急遽)?(?:${CALLED_OFF})(?:に|と)?(?:な(?:っ|り)|し)`,
);
const CONTACT = wordsOf('電話 番号 携帯 アドレス 住所 連絡先 機種 スマホ').join('|');
const ENDS_IN_CONTACT = new RegExp(`(?:${CONTACT})(?:が|を|も|は)[^、]{0,25}$`);
const CONTACT_CHANGES = new RegExp(
  `(?:${CONTACT})(?:が|も|は)[^、]{0,25}(?:新しくな|変わ)(?:り|る|っ(?!て(?:い|お|)(?:ま|な)))`,
);

/** Whether a cancellation or a change is that of another event. */
export function isOffElsewhere(
  { act, word, gap, manner }: Predicate,
  before: Predicate[],
): boolean {
  if ((act !== 'cancel' && act !== 'change') || manner === 'begged') return false;
  if (!CALLS_OFF.test(word)) return false;
  return ENDS_IN_EVENT.test(`${before.at(-1)?.word ?? ''}${gap}`);
}

/** Whether a change is that of a telephone number or an address. */
export function isOfContact({ act, gap }: Predicate): boolean {
  return act === 'change' && ENDS_IN_CONTACT.test(gap);
}

/** Whether a clause tells of an event that is off. */
export function tellsOfEventOff(text: string): boolean {
  return EVENT_IS_OFF.test(text);
}

/** Whether a clause tells that a telephone number or an address changes. */
export function tellsOfContact(text: string): boolean {
  return CONTACT_CHANGES.test(text);
}
