/**
 * `uketsuke export` on the command line: its words, help and examples. The work is
 * `../desk/export.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, FROM, REFERENCE, STATE, TO } from '../inputs.ts';

export const exportBookings = command({
  name: 'export',
  does: {
    ja: '予約をExcelで開けるCSVに、または1件の記録（メールと経過）をフォルダーに書き出します',
    en: 'writes bookings as a CSV for Excel, or the file of one booking (mails and story) as a folder',
  },
  inputs: {
    reference: { ...REFERENCE, optional: true },
    out: {
      kind: 'value',
      stands: 'PATH',
      required: true,
      does: {
        ja: '書き出すファイル、または1件のときはフォルダー（まだない名前）',
        en: 'the file to write, for one booking the folder (not there yet)',
      },
    },
    state: STATE,
    from: FROM,
    to: TO,
    config: CONFIG,
  },
  examples: [
    'export --out yoyaku.csv',
    'export --from 2026-11-01 --to 2026-11-30 --out 11gatsu.csv',
    'export K7QM-2WXA --out K7QM-2WXA',
  ],
  run: async ({ reference, config: configPath, ...options }, { outlet }) => {
    const worker = await import('../desk/export.ts');
    if (reference === undefined) return worker.exportList({ configPath, ...options }, outlet);
    return worker.exportBooking({ configPath, reference, ...options }, outlet);
  },
});
