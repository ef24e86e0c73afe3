/**
 * The last look over a cut: signs that a line may be on the wrong side of it, so that a person
 * decides. It only adds doubts and moves no line.
 */
import { holdsAttribution } from './attribution.ts';
import { type BodyLine, foldFlat } from './line.ts';
import type { OurText } from './our-match.ts';
import type { AcceptedMatch } from './our-runs.ts';
import type { Cut } from './whose.ts';

/** Doubts about marked lines that nothing else confirms as a quotation. */
export function judgeMarks(cut: Cut, ours: AcceptedMatch[], ourTextKnown: boolean): void {
  const marked = cut.lines.filter((line, i) => line.depth > 0 && cut.owners[i] === 'quoted').length;
  const confirmed = cut.owners.includes('frame') || ours.some((match) => match !== null);
  if (marked > 0 && !confirmed) {
    if (!cut.owners.includes('new')) cut.doubts.push('onlyMarked');
    else if (ourTextKnown && marked < 3) cut.doubts.push('fewMarked');
  }
  const glued = cut.lines.some(
    (line, i) => cut.owners[i] === 'new' && line.body.length <= 400 && holdsAttribution(line.body),
  );
  if (glued) cut.doubts.push('gluedAttribution');
  const wrapped = cut.lines.some(
    (line, i) => cut.owners[i] === 'new' && isWrappedTail(cut.lines, i, line),
  );
  if (!ourTextKnown && wrapped) cut.doubts.push('wrappedEnd');
}

/** Our sentences from this length on are nobody else's; a copied offer is no sentence. */
const LONG_SENTENCE = 16;

/** Doubts about a new line in which a sentence of ours stands among other words. */
export function judgeSwallowed(cut: Cut, ours: OurText): void {
  const sentences = [...ours.wholeLines.keys()].filter(
    (line) => line.length >= LONG_SENTENCE && line.endsWith('。'),
  );
  const swallowed = cut.lines.some((line, i) => {
    if (cut.owners[i] !== 'new' || line.body.length <= LONG_SENTENCE) return false;
    const flat = foldFlat(line.body);
    return sentences.some((sentence) => flat.length > sentence.length && flat.includes(sentence));
  });
  if (swallowed) cut.doubts.push('swallowed');
}

/** Directly between two marked lines, the upper one long and without an end of sentence. */
function isWrappedTail(lines: BodyLine[], at: number, line: BodyLine): boolean {
  const above = lines[at - 1];
  const below = lines[at + 1];
  if (line.depth > 0 || above === undefined || below === undefined) return false;
  if (above.depth === 0 || below.depth === 0) return false;
  const columns = above.raw.length + (above.raw.match(/[^\u0000-\u00FF]/g)?.length ?? 0);
  return columns >= 64 && !/[。！？!?.:：）)」]$/.test(above.body);
}
