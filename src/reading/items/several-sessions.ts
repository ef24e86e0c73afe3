/**
 * "12月10日10時と12月11日10時の2回お願いします": several sessions in one mail. A request is for one, so
 * that it is asked which; taking the first would leave the other one lost in silence (6(2)).
 */
import { exactStarts, singleWishes, type Wish } from '../../domain/wish.ts';

const BOTH =
  /(?:[2-9二三四五]回(?!目)|[2-9二三四五](?:コマ|枠)|両方|両日|どちらも|いずれも|それぞれ)(?:とも|分)?(?:[のをで、])?(?:予約|相談|面談|お?願い|おねがい|希望|申し?込|お?取り|受け)/;

/** The wish as it is, or one to be asked back where every time of it is wanted; the text is width-folded. */
export function askIfSeveral(wish: Wish, text: string): Wish {
  if (wish.kind !== 'choices' || exactStarts(wish).length < 2) return wish;
  if (!BOTH.test(text.replaceAll(/\s+/g, ''))) return wish;
  return { kind: 'ambiguous', reason: 'several', readings: singleWishes(wish) };
}
