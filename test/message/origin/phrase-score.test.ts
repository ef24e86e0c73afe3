import { describe, expect, it } from 'vitest';
import { phraseScore, phraseTable } from '../../../src/message/origin/phrase-score.ts';
import { foldSpelling } from '../../../src/message/origin/spelling.ts';

const text = (squeezed: string) => ({ squeezed, lines: squeezed, words: squeezed, subject: '' });
const table = phraseTable(
  [
    { kind: 'thanks', points: 1, in: 'squeezed', says: ['<用件>…ありがとう'] },
    { kind: 'thanks', points: 0.5, in: 'squeezed', says: ['ありがとう'] },
    { kind: 'automatic', points: 3, in: 'squeezed', says: ['自動返信', '自動送信'] },
  ],
  { 用件: '(?:ご応募|ご予約)' },
);

describe('weighing phrases', () => {
  it('counts a kind once, by its heaviest row', () => {
    expect(phraseScore(text('ご応募ありがとう'), table)).toMatchObject({
      points: 1,
      kinds: ['thanks'],
    });
    expect(phraseScore(text('ありがとう'), table)).toMatchObject({ points: 0.5 });
  });

  it('adds up different kinds and tells where the first phrase stands', () => {
    expect(phraseScore(text('※自動送信。ご予約いただきありがとう'), table)).toMatchObject({
      points: 4,
      phrases: ['ご予約いただきありがとう', '自動送信'],
      firstAt: 1,
    });
  });

  it('a gap does not reach over the end of a sentence', () => {
    expect(phraseScore(text('ご予約の件。ありがとう'), table).points).toBe(0.5);
  });

  it('finds nothing in nothing', () => {
    expect(phraseScore(text(''), table)).toEqual({
      points: 0,
      kinds: [],
      phrases: [],
      firstAt: Number.POSITIVE_INFINITY,
    });
  });

  it('refuses a table that names a list it does not have', () => {
    expect(() => phraseTable([{ kind: 'x', points: 1, in: 'words', says: ['<誰か>が'] }])).toThrow(
      '<誰か>',
    );
  });
});

describe('one spelling of many', () => {
  it.each([
    ['お問合せ頂き有難うございます', 'お問い合わせいただきありがとうございます'],
    ['お申し込みを受け付け致しました', 'お申込を受付いたしました'],
    ['御連絡下さい', 'ご連絡ください'],
    ['確認出来ない為', '確認できない為'],
    ['休業の為', '休業のため'],
    ['頂戴しました', 'いただきました'],
  ])('%s is folded to %s', (written, folded) => {
    expect(foldSpelling(written)).toBe(folded);
  });
});
