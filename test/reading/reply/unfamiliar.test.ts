import { describe, expect, it } from 'vitest';
import { readClauses } from '../../../src/reading/reply/clauses.ts';
import { readPredicates } from '../../../src/reading/reply/predicates.ts';
import { findUnfamiliar } from '../../../src/reading/reply/unfamiliar.ts';

/** What no table explains in the first clause. */
function strangeIn(raw: string): string[] {
  const [clause] = readClauses(raw);
  if (clause === undefined) return [];
  const known = readPredicates(clause).map(({ start, word }) => ({
    start,
    end: start + word.length,
  }));
  return findUnfamiliar(clause, known).map(({ start, end }) => clause.text.slice(start, end));
}

describe('the words of a reply that nobody explains', () => {
  it.each([
    '承知しました',
    '気をつけます',
    '静かな部屋を用意しておきます',
    '予定に入れました',
    '雪が降りそうですね',
    '山田花子です',
    'ご確認のほどよろしくお願い申し上げます',
    'リョウカイデス',
    '返信が遅くなり申し訳ございません',
    '録音はしません',
  ])('are none in: %s', (raw) => {
    expect(strangeIn(raw)).toEqual([]);
  });

  it.each([
    ['見積書の件、了解しました', '見積書'],
    ['職業訓練の説明会に参加します', '訓練'],
    ['セミナーに参加します', 'せ'],
    ['しごとです', 'ごと'],
    ['30分では足りません', '足'],
    ['準備できません', 'ません'],
    ['妹の結婚式です', '妹'],
  ])('stand in: %s', (raw, word) => {
    expect(strangeIn(raw).join(' ')).toContain(word);
  });
});
