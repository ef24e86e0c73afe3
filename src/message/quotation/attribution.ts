/**
 * Finds an attribution line ("On … wrote:") at a place in a body, also wrapped over up to
 * three lines. The forms are data in attribution-forms.ts; this file decides nothing about
 * what follows the line.
 */
import {
  ATTRIBUTION_FORMS,
  ATTRIBUTION_OPENING,
  type AttributionForm,
  ENDING_LENGTH,
  GLUED_ENDING,
} from './attribution-forms.ts';
import { type BodyLine, foldWidth, isBlank } from './line.ts';

/** An attribution that was found. */
export interface Attribution {
  /** Number of lines it takes. */
  length: number;
  form: AttributionForm;
}

const MAX_WRAPPED_LINES = 4;
const MAX_CHARACTERS = 400;
/** How the last line of an attribution ends; most lines of a letter are ruled out here. */
const ENDING =
  /(?:[-:：。>＞)=*~_－―ー]|wrote|writes|から|いた|ました|引用|おいて|[+-]\d{4}.{0,7})\s*$/i;

const STROKES_IN_FRONT = /^[-=_*~]{2,40} ?/;
const STROKE = /[-=_*~]/;
const MAX_STROKES = 40;

/** The words between drawn strokes ("---- 名前 さんは書きました ----"); null where none are drawn. */
function withinStrokes(folded: string): string | null {
  const from = STROKES_IN_FRONT.exec(folded)?.[0].length ?? 0;
  if (from === 0) return null;
  let end = folded.length;
  while (end > from && folded.length - end < MAX_STROKES && STROKE.test(folded.charAt(end - 1)))
    end--;
  return folded.length - end < 2 || end === from ? null : folded.slice(from, end).trimEnd();
}

function fits({ ending, opening }: AttributionForm, words: string): boolean {
  const rest = Math.max(0, words.length - ENDING_LENGTH);
  const found = ending.exec(words.slice(rest));
  return found !== null && opening.test(words.slice(0, rest + found.index));
}

function formOf(folded: string): AttributionForm | null {
  if (folded.length > MAX_CHARACTERS) return null;
  const inside = withinStrokes(folded);
  const forms = ATTRIBUTION_FORMS.filter((form) => fits(form, inside ?? folded));
  const form = forms.find(({ strength }) => strength === 'sure') ?? forms[0] ?? null;
  return form !== null && inside !== null ? { ...form, strength: 'sure' } : form;
}

/** The form found in up to four lines joined, the sure form before the doubtful. */
function wrappedAt(lines: BodyLine[], from: number): Attribution | null {
  let joined = '';
  let doubtful: Attribution | null = null;
  const depth = lines[from]?.depth ?? 0;
  for (let n = 0; n < MAX_WRAPPED_LINES; n++) {
    const line = lines[from + n];
    if (line === undefined || isBlank(line) || line.depth !== depth) break;
    joined = n === 0 ? line.body : `${joined} ${line.body}`;
    if (joined.length > MAX_CHARACTERS) break;
    if (!ENDING.test(line.body.slice(-40))) continue;
    const form = formOf(foldWidth(joined));
    if (form?.strength === 'sure') return { length: n + 1, form };
    if (form !== null) doubtful ??= { length: n + 1, form };
  }
  return doubtful;
}

/**
 * The attribution that begins at a line; null where there is none, or where it begins only
 * further down, so that the words above it stay the person's.
 */
export function attributionAt(lines: BodyLine[], from: number): Attribution | null {
  const found = wrappedAt(lines, from);
  if (found === null || found.length === 1) return found;
  const opens = ATTRIBUTION_OPENING.test(
    foldWidth((lines[from]?.body ?? '').slice(0, MAX_CHARACTERS)),
  );
  return opens || wrappedAt(lines, from + 1) === null ? found : null;
}

/** Whether a line that is no attribution ends in one ("はい On … wrote:"). */
export function holdsAttribution(body: string): boolean {
  const ending = foldWidth(body.slice(-120));
  return ending.endsWith(':') && GLUED_ENDING.test(ending) && /\d{4}|\d:\d\d/.test(body);
}
