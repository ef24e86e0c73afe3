import { describe, expect, it } from 'vitest';
import { ATTENDANTS } from '../../../src/reading/reply/attendants.ts';
import { CHANGES } from '../../../src/reading/reply/changes.ts';
import { CONSENTS } from '../../../src/reading/reply/consents.ts';
import { DOUBTS } from '../../../src/reading/reply/doubts.ts';
import { wordsOf } from '../../../src/reading/reply/fold.ts';
import { MEANINGS, meaningOf } from '../../../src/reading/reply/meanings.ts';
import { PLEASANTRIES } from '../../../src/reading/reply/pleasantries.ts';
import { intentOf, PRECEDENCE } from '../../../src/reading/reply/precedence.ts';
import { QUESTIONS } from '../../../src/reading/reply/questions.ts';
import { REFUSALS } from '../../../src/reading/reply/refusals.ts';
import type { Act, Meaning } from '../../../src/reading/reply/vocabulary.ts';

const TABLES = [CONSENTS, REFUSALS, CHANGES, QUESTIONS, DOUBTS, PLEASANTRIES, ATTENDANTS].flat();
const words = TABLES.flatMap((stem) =>
  wordsOf(stem.words).map((word) => ({ word, act: stem.act, place: stem.place ?? 'any' })),
);

describe('the word tables', () => {
  it('hold no word that folds to nothing or to one character that may stand anywhere', () => {
    const tooShort = words.filter(
      ({ word, place }) => word === '' || (place === 'any' && /^[\u3041-\u309f]$/.test(word)),
    );
    expect(tooShort).toEqual([]);
  });

  it('give no word two meanings in the same place', () => {
    const seen = new Map<string, Act>();
    const clashes = words.filter(({ word, act, place }) => {
      const before = seen.get(`${place} ${word}`);
      seen.set(`${place} ${word}`, act);
      return before !== undefined && before !== act;
    });
    expect(clashes).toEqual([]);
  });
});

describe('the table of meanings', () => {
  const acts = Object.keys(MEANINGS) as Act[];

  it('makes no consent of anything that is only said under a condition or by hearsay', () => {
    const yes: Meaning[] = ['consent', 'agreement', 'assurance'];
    const wrong = acts.flatMap((act) =>
      (['conditional', 'reported', 'hedged', 'asked', 'begged', 'possible'] as const)
        .filter((manner) => yes.includes(meaningOf(act, manner)))
        .map((manner) => `${act} ${manner}`),
    );
    expect(wrong).toEqual([]);
  });

  it('makes a refusal of a negated coming, and an assurance of a negated cancelling', () => {
    expect(meaningOf('attend', 'negated')).toBe('refusal');
    expect(meaningOf('cancel', 'negated')).toBe('assurance');
  });
});

describe('the table of precedence', () => {
  const against: Meaning[] = ['refusal', 'change', 'complaint', 'doubt', 'objection'];
  const yes: Meaning[] = ['consent', 'agreement', 'assurance', 'courtesy', 'plea'];

  it.each(against)('lets no consent stand beside a %s', (meaning) => {
    for (const consent of yes) {
      expect(intentOf(new Set([consent, meaning]))).not.toBe('confirm');
      expect(intentOf(new Set([consent, meaning]))).not.toBe('confirm_with_question');
    }
  });

  it('lets thanks alone confirm, but not beside what is not understood', () => {
    expect(intentOf(new Set<Meaning>(['courtesy', 'neutral']))).toBe('confirm');
    expect(intentOf(new Set<Meaning>(['courtesy', 'statement']))).toBe('unclear');
  });

  it('never confirms a question alone, with or without thanks', () => {
    expect(intentOf(new Set<Meaning>(['question']))).toBe('question');
    expect(intentOf(new Set<Meaning>(['question', 'courtesy']))).toBe('question');
  });

  it('ends with a row for everything', () => {
    expect(PRECEDENCE.at(-1)?.all).toEqual([]);
  });
});
