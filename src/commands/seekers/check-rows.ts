/**
 * An office's list to entries of the register and refused lines, each with line, value and reason
 * in Japanese. Pure: it reads no file and no database.
 */
import type { CsvRow } from '../../csv/read.ts';
import { unguarded } from '../../csv/write.ts';
import type { RegisterEntry } from '../../store/register.ts';
import {
  addressCell,
  type CellValue,
  nameCell,
  phoneCell,
  seekerNumberCell,
  unreadableCell,
} from './cells.ts';
import type { ColumnKind, Columns } from './columns.ts';

export interface RefusedLine {
  line: number;
  /** The cell as it stands in the file. */
  value: string;
  reason: string;
}

/** What became of the rows so far; `checkRow` adds to it. */
export interface CheckedRows {
  /** By number, with the line on which it stands. */
  entries: Map<string, RegisterEntry & { line: number }>;
  refused: RefusedLine[];
  /** Numbers about which two lines disagree. */
  contradicted: Set<string>;
  /** Lines that repeat another one word for word. */
  repeated: number;
  /** Lines whose telephone number had lost its leading zero. */
  zerosRestored: number;
}

export function noRows(): CheckedRows {
  return {
    entries: new Map(),
    refused: [],
    contradicted: new Set(),
    repeated: 0,
    zerosRestored: 0,
  };
}

const CHECKS = [
  ['seekerNumber', seekerNumberCell],
  ['name', nameCell],
  ['address', addressCell],
  ['phone', phoneCell],
] as const;

/** Adds one row to what was checked before it; of two that disagree about one number neither counts. */
export function checkRow(checked: CheckedRows, { line, cells }: CsvRow, columns: Columns): void {
  const values: Record<(typeof CHECKS)[number][0], string | null> = {
    seekerNumber: null,
    name: null,
    address: null,
    phone: null,
  };
  const refused: RefusedLine[] = [];
  let restored = 0;
  for (const [kind, check] of CHECKS) {
    const value = cellOf(cells, columns, kind);
    const broken = unreadableCell(value);
    const result: CellValue = broken === null ? check(value) : { reason: broken };
    if ('reason' in result) refused.push({ line, value, reason: result.reason });
    else {
      values[kind] = result.value;
      restored += result.note === 'zero_restored' ? 1 : 0;
    }
  }
  const { seekerNumber, name, address, phone } = values;
  if (refused.length > 0 || seekerNumber === null || name === null) {
    checked.refused.push(...refused);
    return;
  }
  checked.zerosRestored += restored;
  add(checked, { line, seekerNumber, name, address, phone });
}

function add(checked: CheckedRows, entry: RegisterEntry & { line: number }): void {
  const { seekerNumber, line } = entry;
  const twin = checked.entries.get(seekerNumber);
  if (twin === undefined) {
    checked.entries.set(seekerNumber, entry);
  } else if (same(twin, entry)) {
    checked.repeated += 1;
  } else {
    const reason = `${twin.line}行目に同じ求職番号があり、内容が違います。正しいほうだけを残してください。`;
    checked.refused.push({ line, value: seekerNumber, reason });
    checked.contradicted.add(seekerNumber);
  }
}

function same(a: RegisterEntry, b: RegisterEntry): boolean {
  return a.name === b.name && a.address === b.address && a.phone === b.phone;
}

/** The entries but those that another line contradicts: a wrong address is worse than none. */
export function withoutContradicted({ entries, contradicted }: CheckedRows): RegisterEntry[] {
  return [...entries.values()].filter(({ seekerNumber }) => !contradicted.has(seekerNumber));
}

function cellOf(cells: readonly string[], { at }: Columns, kind: ColumnKind): string {
  const cell = (of: ColumnKind) => unguarded(at[of] === undefined ? '' : (cells[at[of]] ?? ''));
  if (kind !== 'name' || at.name !== undefined) return cell(kind);
  return `${cell('familyName')} ${cell('givenName')}`;
}
