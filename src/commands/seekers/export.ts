/**
 * `uketsuke seekers export [FILE]`: the register as a CSV that Excel opens and that the import
 * takes in again. The file is personal data: it is readable by its owner only, and no other file
 * is written over.
 */
import { writeCsv } from '../../csv/write.ts';
import { toNational } from '../../reading/items/phone.ts';
import { type RegisteredSeeker, wholeRegister } from '../../store/register.ts';
import { writeNewFile } from '../new-file.ts';
import { withDatabase } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';

const HEADER = [
  '求職番号',
  '氏名',
  'メールアドレス（マイページ）',
  '電話番号',
  '利用お断りの理由',
  '登録日時',
];

/** To `file`, or to the outlet without one; resolves to the exit code. */
export async function exportSeekers(
  { configPath, file }: { configPath: string; file?: string | undefined },
  outlet: Outlet,
): Promise<number> {
  const seekers = await withDatabase(configPath, outlet, ({ read }) => wholeRegister(read));
  const text = writeCsv(HEADER, seekers.map(cells));
  if (file === undefined) {
    outlet.out(text.replace(/\r\n$/, ''));
    return 0;
  }
  const trouble = writeNewFile(file, text);
  if (trouble !== null) {
    outlet.complain(trouble);
    return 1;
  }
  outlet.out(
    `${seekers.length}人を ${file} に書きました。個人情報です。使い終わったら消してください。`,
  );
  return 0;
}

/** With its hyphens a telephone number is text to Excel and keeps its leading zero. */
function cells(seeker: RegisteredSeeker): (string | null)[] {
  const { seekerNumber, name, address, phone, refusedReason, registeredAt } = seeker;
  const national = phone === null ? null : (toNational(phone.replace(/\D/g, '')) ?? phone);
  return [seekerNumber, name, address, national, refusedReason, registeredAt.slice(0, 10)];
}
