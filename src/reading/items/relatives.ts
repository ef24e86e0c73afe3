/**
 * A mail that speaks for somebody else ("息子の山田太郎の件で") names that person behind a word
 * of kinship. Gives those names as candidates; asked only where the mail is known to speak
 * for another.
 */
import { MOST_CUES, type NameCandidate, WEIGHT } from './name-candidate.ts';
import { nameAtStart } from './name-shape.ts';

const KIN =
  /(?:息子|娘|夫|妻|主人|家内|母|父|弟|妹|兄|姉|孫|長男|次男|三男|長女|次女|甥|姪|友人|利用者|ご本人|本人|教え子|生徒)(?:さん|様)?(?:の名前は|である|、|の|は|[ \u3000]|[:：(（「])[ \u3000]*/g;
const SITS_IN =
  /^(?:様|さん)?(?:が|も|と)?(?:[、 ])?(?:同席|付き添|通訳|一緒|隣|より|から|です|と申し|でございます)/;
const WINDOW = 30;

/** The persons that a mail speaks for. */
export function relativeNames(prose: string): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const hit of prose.matchAll(KIN).take(MOST_CUES)) {
    const start = hit.index + hit[0].length;
    const window = prose.slice(start, start + WINDOW).split(/[。、,\n]/)[0] ?? '';
    const name = nameAtStart(window.replace(/(?:様|さん|の|が|は|です|と|も).*$/, ''));
    if (name === null || SITS_IN.test(prose.slice(start + name.length, start + name.length + 20)))
      continue;
    found.push({ start, end: start + name.length, weight: WEIGHT.relative, evidence: 'prose' });
  }
  return found;
}
