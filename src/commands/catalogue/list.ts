/**
 * `uketsuke list` on the command line: its words, help and examples. The work is
 * `../desk/list.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, FROM, JSON_OUT, STATE, TO } from '../inputs.ts';

export const list = command({
  name: 'list',
  does: {
    ja: '予約の一覧を表示します（指定がなければ、続いている予約）',
    en: 'lists bookings: without a filter those that are under way',
  },
  inputs: { state: STATE, from: FROM, to: TO, json: JSON_OUT, config: CONFIG },
  examples: [
    'list',
    'list --state awaiting_reply',
    'list --from 2026-12-01 --to 2026-12-31 --json',
  ],
  run: async ({ config: configPath, ...filter }, { outlet }) => {
    const worker = await import('../desk/list.ts');
    return worker.list({ configPath, ...filter }, outlet);
  },
});
