/**
 * Judges lines that stand between lines of our own text and are not ours: an answer typed in
 * between, or our text as a client altered it. Exact continuation of our text on both sides
 * proves an insertion.
 */
import { attributionAt } from './attribution.ts';
import { headerField } from './header-block.ts';
import type { OurText } from './our-match.ts';
import type { AcceptedMatch } from './our-runs.ts';
import { resembles } from './our-text.ts';
import type { Cut } from './whose.ts';

interface Neighbours {
  /** End of our text above, -1 where there is none. */
  before: number;
  /** Start of our text below, -1 where there is none. */
  after: number;
  depth: number;
}

function neighbours(cut: Cut, ours: AcceptedMatch[]): Neighbours[] {
  const list: Neighbours[] = cut.lines.map(() => ({ before: -1, after: -1, depth: 0 }));
  let before = -1;
  let depth = 0;
  list.forEach((entry, i) => {
    entry.before = before;
    entry.depth = depth;
    const match = ours[i] ?? null;
    if (match !== null) {
      before = match.end;
      depth = cut.lines[i]?.depth ?? 0;
    }
  });
  let after = -1;
  for (let i = list.length - 1; i >= 0; i--) {
    const entry = list[i];
    if (entry !== undefined) entry.after = after;
    const match = ours[i] ?? null;
    if (match !== null) after = match.start;
  }
  return list;
}

/** Re-judges every unmatched line that has our text above it. */
export function judgeInserted(cut: Cut, ours: AcceptedMatch[], index: OurText): void {
  const around = neighbours(cut, ours);
  cut.lines.forEach((line, i) => {
    const owner = cut.owners[i];
    const place = around[i];
    if (place === undefined || place.before < 0 || (ours[i] ?? null) !== null) return;
    if (owner !== 'new' && owner !== 'quoted') return;
    if (line.depth === 0 && place.depth > 0) return; // marks tell it apart already
    if (line.depth > place.depth) return; // an older mail, quoted twice
    const exact = place.after === place.before;
    const gapEnd = place.after > place.before ? place.after : index.flat.length;
    const altered = !exact && resembles(line, index.flat.slice(place.before, gapEnd));
    if (altered) cut.owners[i] = 'quoted';
    else if (line.depth > 0) judgeMarked(cut, i, exact || place.before === index.flat.length);
    else {
      cut.owners[i] = 'new';
      if (!exact && place.after >= 0) cut.doubts.push('shortenedQuotation');
    }
  });
}

/** A marked line inside our marked text that is not ours: typed within the quotation, or a client's. */
function judgeMarked(cut: Cut, at: number, inserted: boolean): void {
  const line = cut.lines[at];
  if (line === undefined || headerField(line.body) !== null) return;
  if (attributionAt(cut.lines, at) !== null) return;
  if (inserted) cut.owners[at] = 'new';
  cut.doubts.push('typedInside');
}
