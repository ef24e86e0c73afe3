/**
 * Says for each line of a body whose it is: new, quoted, or the frame that a client put around
 * a quotation. Our own text speaks first, then quote marks, then the forms of the clients.
 * It throws no line away, and where it cannot tell it says so in `doubts`.
 */
import { nextFilled, wholeFrameAt } from './frame.ts';
import { judgeInserted } from './inserted.ts';
import { type BodyLine, isBlank } from './line.ts';
import type { OurText } from './our-match.ts';
import { type AcceptedMatch, acceptRuns } from './our-runs.ts';
import { indexOurText, matchOurText } from './our-text.ts';
import { EVIDENCE } from './reasons.ts';
import { markTail } from './tail.ts';
import { judgeMarks, judgeSwallowed } from './unsure.ts';
import type { Cut, Matches, Owner } from './whose.ts';

/** As many lines behind decorative marks may be a quotation after all. */
const LONG_BLOCK = 4;

function firstOwners(lines: BodyLine[], ours: AcceptedMatch[]): Owner[] {
  return lines.map((line, i) => {
    if (isBlank(line)) return 'blank';
    const match = ours[i] ?? null;
    if (match !== null) return match.filledIn === null ? 'quoted' : 'new';
    return line.depth > 0 ? 'quoted' : 'new';
  });
}

/** Marks frames; where an unmarked quotation follows one, everything below it is quoted. */
function markFrames(cut: Cut, matches: Matches): void {
  const { lines, owners } = cut;
  const ours = matches.accepted;
  for (let i = 0; i < lines.length; i++) {
    if (owners[i] !== 'new') continue;
    const frame = wholeFrameAt(lines, i);
    if (frame === null) continue;
    const next = nextFilled(lines, i + frame.length);
    const framed =
      next !== null && ((lines[next]?.depth ?? 0) > 0 || (ours[next] ?? null) !== null);
    if (!framed && !frame.sure) continue;
    cut.evidence.push(frame.name);
    for (let k = i; k < i + frame.length; k++) if (owners[k] !== 'blank') owners[k] = 'frame';
    if (!framed && next !== null) {
      markTail(cut, next, matches);
      return;
    }
    i += frame.length - 1;
  }
}

/** Gives lines behind decorative marks back to the person where nothing shows a quotation. */
function giveBackDecoration(cut: Cut, ours: AcceptedMatch[]): void {
  if (cut.owners.includes('frame') || ours.some((match) => match !== null)) return;
  let block = 0;
  cut.lines.forEach((line, i) => {
    block = line.weak ? block + 1 : 0;
    if (line.weak && cut.owners[i] === 'quoted') cut.owners[i] = 'new';
    if (block !== LONG_BLOCK) return;
    const above = cut.owners.slice(0, i - block + 1).includes('new');
    if (above) cut.doubts.push('decoration');
  });
}

function shareOfQuoted({ lines, owners }: Cut, ours: AcceptedMatch[]): number {
  let quoted = 0;
  let known = 0;
  lines.forEach(({ body }, i) => {
    if (owners[i] !== 'quoted') return;
    quoted += body.length;
    if ((ours[i] ?? null) !== null) known += body.length;
  });
  return quoted === 0 ? 1 : known / quoted;
}

/** Cuts a body; `ourText` is the mail of ours that it answers, or null. */
export function cutQuotation(lines: BodyLine[], ourText: string | null): Cut {
  const index: OurText | null = ourText === null ? null : indexOurText(ourText);
  const raw = index === null ? lines.map(() => null) : matchOurText(lines, index);
  const { matches: ours, doubtful } = acceptRuns(lines, raw);
  const cut: Cut = {
    lines,
    owners: firstOwners(lines, ours),
    doubts: [],
    unknownTail: false,
    ourShare: 1,
    evidence: [],
  };
  if (doubtful) cut.doubts.push('copiedLines');
  if (ours.some((match) => match !== null)) cut.evidence.push(EVIDENCE.ourText);
  if (lines.some((line) => line.depth > 0 && !line.weak)) cut.evidence.push(EVIDENCE.marks);
  markFrames(cut, { raw, accepted: ours });
  if (index !== null) {
    judgeInserted(cut, ours, index);
    judgeSwallowed(cut, index);
  }
  giveBackDecoration(cut, ours);
  if (ours.some((match) => match?.doubtful)) cut.doubts.push('writtenOnto');
  judgeMarks(cut, ours, index !== null);
  cut.ourShare = shareOfQuoted(cut, ours);
  return cut;
}
