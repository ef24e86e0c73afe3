/**
 * Says for each line of a body whose it is: new, quoted, or the frame that a client put around
 * a quotation. Our own text speaks first, then quote marks, then the forms of the clients.
 * It throws no line away, and where it cannot tell it says so in `doubts`.
 */
import { type Attribution, attributionAt } from './attribution.ts';
import { isBanner } from './banners.ts';
import { headerBlockAt, isFullBlock } from './header-block.ts';
import { judgeInserted } from './inserted.ts';
import { type BodyLine, foldWidth, isBlank } from './line.ts';
import { type AcceptedMatch, acceptRuns } from './our-runs.ts';
import { indexOurText, matchOurText, type OurMatch, type OurText } from './our-text.ts';
import { FORWARD_SEPARATOR, ORIGINAL_SEPARATOR, OUTLOOK_STROKE } from './separators.ts';
import { judgeMarks } from './unsure.ts';

export type Owner = 'new' | 'quoted' | 'frame' | 'blank';

export interface Cut {
  lines: BodyLine[];
  owners: Owner[];
  /** Why a person should look at the cut; empty where it is sure. */
  doubts: string[];
  /** Quoted only because it stands below a frame: neither marks nor our text tell it apart. */
  unknownTail: boolean;
  /** What was relied on, in the order it was found. */
  evidence: string[];
}

/** Where lines stand in our text: every equal line, and those that count as quoted. */
interface Matches {
  raw: (OurMatch | null)[];
  accepted: AcceptedMatch[];
}

/** From this share on a quotation without marks is our own mail. */
const OURS_TELLS = 0.4;

/** As many lines behind decorative marks may be a quotation after all. */
const LONG_BLOCK = 4;

/** Lines that open a quotation and how many there are. */
interface Frame {
  length: number;
  name: string;
  /** False: counts only where marked lines or lines of ours follow. */
  sure: boolean;
}

function separatorFrame(lines: BodyLine[], at: number): Frame | null {
  const folded = foldWidth((lines[at]?.body ?? '').slice(0, 200));
  const original = ORIGINAL_SEPARATOR.test(folded);
  if (!original && !FORWARD_SEPARATOR.test(folded)) return null;
  const next = nextFilled(lines, at + 1);
  const block = next === null ? null : headerBlockAt(lines, next);
  const length = block === null || next === null ? 1 : next - at + block.length;
  return {
    length,
    name: original ? 'original message line' : 'forwarded message line',
    sure: true,
  };
}

function headerFrame(lines: BodyLine[], at: number): Frame | null {
  const stroke = OUTLOOK_STROKE.test((lines[at]?.body ?? '').slice(0, 201));
  const start = stroke ? nextFilled(lines, at + 1) : at;
  if (start === null) return null;
  const block = headerBlockAt(lines, start);
  if (block === null || !isFullBlock(block)) return null;
  return { length: start - at + block.length, name: 'block of header fields', sure: true };
}

function attributionFrame(found: Attribution | null): Frame | null {
  if (found === null) return null;
  const sure = found.form.strength === 'sure';
  return { length: found.length, name: `attribution: ${found.form.client}`, sure };
}

function frameAt(lines: BodyLine[], at: number): Frame | null {
  return (
    separatorFrame(lines, at) ??
    headerFrame(lines, at) ??
    attributionFrame(attributionAt(lines, at))
  );
}

/** A frame with a second one directly below it: "----- Original Message -----", then "… wrote:". */
function wholeFrameAt(lines: BodyLine[], at: number): Frame | null {
  const first = frameAt(lines, at);
  if (first === null || !first.sure) return first;
  const next = nextFilled(lines, at + first.length);
  const second = next === null || (lines[next]?.depth ?? 0) > 0 ? null : frameAt(lines, next);
  if (second === null || next === null || !second.sure) return first;
  return { ...first, length: next - at + second.length };
}

function nextFilled(lines: BodyLine[], from: number): number | null {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && !isBlank(line)) return i;
  }
  return null;
}

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

/** The share of a tail that stands in our own text, by characters. */
function shareOfOurs(lines: BodyLine[], from: number, raw: (OurMatch | null)[]): number {
  let all = 0;
  let ours = 0;
  for (let i = from; i < lines.length; i++) {
    const characters = lines[i]?.body.length ?? 0;
    all += characters;
    if ((raw[i] ?? null) !== null) ours += characters;
  }
  return all === 0 ? 0 : ours / all;
}

/** Below a frame without marks: all quoted, unless it is our own text, which tells line by line. */
function markTail(cut: Cut, from: number, matches: Matches): void {
  const { raw, accepted } = matches;
  const lineByLine = shareOfOurs(cut.lines, from, raw) >= OURS_TELLS;
  let ourTextBegan = false;
  for (let i = from; i < cut.lines.length; i++) {
    if (cut.owners[i] === 'blank') continue;
    const match = lineByLine ? (raw[i] ?? null) : null;
    accepted[i] = match;
    cut.owners[i] = match !== null && match.filledIn !== null ? 'new' : 'quoted';
    const strange =
      match === null && !isBanner(foldWidth((cut.lines[i]?.body ?? '').slice(0, 300)));
    if (lineByLine && strange && !ourTextBegan) {
      cut.doubts.push('unknown lines between the frame and our text');
    }
    ourTextBegan ||= match !== null;
  }
  cut.unknownTail = !lineByLine;
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
    if (above) cut.doubts.push('a block behind decorative marks');
  });
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
    evidence: [],
  };
  if (doubtful) cut.doubts.push('a few lines equal our text but carry no quote mark');
  if (ours.some((match) => match !== null)) cut.evidence.push('equals our own text');
  if (lines.some((line) => line.depth > 0 && !line.weak)) cut.evidence.push('quote marks');
  markFrames(cut, { raw, accepted: ours });
  if (index !== null) judgeInserted(cut, ours, index);
  giveBackDecoration(cut, ours);
  if (ours.some((match) => match?.doubtful)) cut.doubts.push('words written onto a line of ours');
  judgeMarks(cut, ours, index !== null);
  return cut;
}
