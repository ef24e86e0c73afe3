/**
 * The page of the board as one self-contained HTML text, and the Content-Security-Policy under
 * which it lives: nothing but its own style. It reads its templates once.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Reader } from '../store/store.ts';
import { compileHtml } from '../template-engine.ts';
import { type BoardSettings, boardFacts } from './facts.ts';
import { boardView } from './view.ts';

const FOLDER = new URL('../../templates/board/', import.meta.url);
const PARTS = ['due', 'health', 'months', 'points', 'today', 'week', 'whose'] as const;

export interface BoardPage {
  /** The page as of `now`; `served` adds the links that only a server can answer. */
  render(db: Reader, now: Temporal.Instant, served: Served | null): Promise<string>;
  /** For the header; the page carries the same in itself. */
  policy: string;
}

export interface Served {
  /** Whether the reader has asked for the page to renew itself. */
  renewing: boolean;
}

export function openBoardPage(settings: BoardSettings): BoardPage {
  const style = readPart('board.css');
  const sha256 = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${sha256}'; base-uri 'none'; form-action 'none'`;
  const parts = Object.fromEntries(PARTS.map((name) => [name, readPart(`${name}.hbs`)]));
  const fill = compileHtml(readPart('page.hbs'), parts);
  return {
    policy: `${policy}; frame-ancestors 'none'`,
    render: async (db, now, served) => {
      const facts = await boardFacts(db, settings, now);
      const view = boardView(facts, settings);
      return fill({ ...view, style, policy, served, seconds: settings.refreshSeconds });
    },
  };
}

function readPart(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}
