/**
 * Splits a text into its labelled fields: one label a line, several in a line, the value on
 * the line below, tables flattened by a mail client (cells by tab or bar, a row of labels
 * above a row of values, a block of labels above a block of values). It only cuts; what a
 * value means is read elsewhere. Prose stays untouched.
 */
import type { Field, PlacedLabel } from './field.ts';
import { valueEnd } from './field-extent.ts';
import { type LabelHit, matchLabel } from './label-match.ts';
import type { FieldKind } from './label-table.ts';
import { addNumbered } from './numbered-fields.ts';
import type { Line, Sheet } from './sheet.ts';
import { tableFields } from './table-fields.ts';

/** Kinds whose value may follow the label at once, "電話090…". */
const NUMBER_KINDS: ReadonlySet<FieldKind> = new Set(['seekerNumber', 'phone', 'mobile', 'fax']);
const SENTENCE_KINDS: ReadonlySet<FieldKind> = new Set([
  ...NUMBER_KINDS,
  'name',
  'wish',
  'wishDate',
  'wishTime',
  'topic',
  'device',
  'kana',
]);
const BOUNDARY = /[ \t\u3000、。,;/|│┃・(（【［「『<〈《[■□◆◇●○※①-⑳)）\]】?？!！]+/g;
const GLUE = /[はがをのもへとでに、。・]/;
/** So many plain fields make the text a form, in which everyday labels count too. */
const FORM_MINIMUM = 2;
/** No form has more; the rest of a hostile text is not looked at. */
const MOST_FIELDS = 200;

/** All labelled fields in the order of the text. */
export function splitFields(sheet: Sheet): Field[] {
  const table = tableFields(sheet).slice(0, MOST_FIELDS);
  const labels = placeLabels(sheet).filter((label) => !table.some((field) => covers(field, label)));
  const fields = labels.map((label, index) => toField(sheet, label, labels[index + 1]));
  return addNumbered(sheet, [...table, ...fields]).sort((a, b) => a.labelStart - b.labelStart);
}

/** A table covers everything from its first label to its last value. */
function covers(field: Field, label: PlacedLabel): boolean {
  return label.start >= field.labelStart && label.start < field.end;
}

function toField(sheet: Sheet, label: PlacedLabel, next: PlacedLabel | undefined): Field {
  const extent = valueEnd(sheet, label, next?.start ?? sheet.text.length);
  return {
    kind: label.kind,
    labelStart: label.start,
    start: extent.start,
    end: extent.end,
    inSentence: label.separator === 'particle',
  };
}

function placeLabels(sheet: Sheet): PlacedLabel[] {
  const found = sheet.lines
    .flatMap((line, index) => labelsOfLine(sheet.text, line, index))
    .slice(0, MOST_FIELDS);
  const firm = found.filter((label) => !label.tentative && label.separator !== 'particle');
  const dictated = found.filter((label) => label.separator === 'comma').length > FORM_MINIMUM;
  if (dictated) return found;
  const plain = found.filter((label) => label.separator !== 'comma' || label.marked || !label.weak);
  return firm.length >= FORM_MINIMUM ? plain : plain.filter((label) => !label.tentative);
}

function labelsOfLine(text: string, line: Line, index: number): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  const first = matchLabel(text, line.start, line.end);
  if (first !== null) {
    const status = judgeAtLineStart(text, first);
    if (status !== 'refused') {
      labels.push({ ...first, line: index, atLineStart: true, tentative: status === 'tentative' });
    }
  }
  let from = (labels[0]?.valueStart ?? line.start) - line.start;
  for (const boundary of line.text.matchAll(BOUNDARY)) {
    if (boundary.index < from) continue;
    const hit = matchAfter(text, line, boundary);
    if (hit === null || !acceptInline(text, hit, labels.length > 0)) continue;
    labels.push({ ...hit, line: index, atLineStart: false, tentative: false });
    from = hit.valueStart - line.start;
  }
  return labels;
}

/** Tries the label with its own bullet or bracket first, then behind the whole boundary. */
function matchAfter(text: string, line: Line, boundary: RegExpExecArray): LabelHit | null {
  const at = line.start + boundary.index;
  const [marks] = boundary;
  const mark = marks.search(/[(（【［「『<〈《[■□◆◇●○※①-⑳]/);
  if (mark >= 0) {
    const marked = matchLabel(text, at + mark, line.end);
    if (marked !== null) return marked;
  }
  return matchLabel(text, at + marks.length, line.end);
}

type Status = 'firm' | 'tentative' | 'refused';

function judgeAtLineStart(text: string, hit: LabelHit): Status {
  if (hit.latin && !['colon', 'bracket', 'end_of_line'].includes(hit.separator)) {
    return NUMBER_KINDS.has(hit.kind) && digitAt(text, hit.valueStart) ? 'firm' : 'refused';
  }
  switch (hit.separator) {
    case 'colon':
    case 'bracket':
      return 'firm';
    case 'end_of_line':
      return hit.weak || hit.kind === 'other' ? 'tentative' : 'firm';
    case 'particle':
      return SENTENCE_KINDS.has(hit.kind) ? 'firm' : 'refused';
    case 'comma':
      return 'tentative';
    case 'space':
      return judgeSpaced(text, hit);
    case 'none':
      return judgeGlued(text, hit);
  }
}

function judgeSpaced(text: string, hit: LabelHit): Status {
  const digit = digitAt(text, hit.valueStart);
  if (digit && (NUMBER_KINDS.has(hit.kind) || (hit.kind === 'other' && !hit.weak))) return 'firm';
  if (hit.weak || hit.kind === 'other') return 'tentative';
  return 'firm';
}

function judgeGlued(text: string, hit: LabelHit): Status {
  const digit = digitAt(text, hit.valueStart);
  if (NUMBER_KINDS.has(hit.kind) && digit && !hit.weak) return 'firm';
  if (hit.weak || GLUE.test(text.charAt(hit.valueStart))) return 'refused';
  if (hit.kind === 'other' || hit.kind === 'remarks' || hit.kind === 'attendant') return 'refused';
  return 'tentative';
}

function acceptInline(text: string, hit: LabelHit, inForm: boolean): boolean {
  const digit = digitAt(text, hit.valueStart);
  switch (hit.separator) {
    case 'colon':
    case 'bracket':
      return true;
    case 'particle':
      return SENTENCE_KINDS.has(hit.kind);
    case 'comma':
      return inForm && hit.marked && !hit.weak;
    case 'space':
      if (NUMBER_KINDS.has(hit.kind) && digit) return true;
      return inForm && !hit.weak && !hit.latin && hit.kind !== 'other';
    case 'none':
      if (NUMBER_KINDS.has(hit.kind) && digit && !hit.weak) return true;
      return inForm && hit.marked && !hit.weak && !GLUE.test(text.charAt(hit.valueStart));
    case 'end_of_line':
      return false;
  }
}

function digitAt(text: string, at: number): boolean {
  return /[\d(+〇一二三四五六七八九]/.test(text.charAt(at));
}
