import { describe, expect, it } from 'vitest';
import { readClauses } from '../../../src/reading/reply/clauses.ts';
import { fold } from '../../../src/reading/reply/fold.ts';
import { readPredicates } from '../../../src/reading/reply/predicates.ts';

const texts = (raw: string) => readClauses(raw).map((clause) => clause.raw);

function mannersOf(raw: string): string[] {
  return readClauses(raw)
    .flatMap(readPredicates)
    .filter(({ act }) => act !== 'inform')
    .map(({ act, manner }) => `${act} ${manner}`);
}

describe('the clauses of a reply', () => {
  it.each([
    ['参加しますが、質問があります。', ['参加しますが', '、質問があります']],
    ['了解です！よろしくお願いします', ['了解です', 'よろしくお願いします']],
    ['仕事なので行けません', ['仕事なので', '行けません']],
    ['忘れたのですが', ['忘れたのですが']],
    ['はい　参加します　お願いします', ['はい', '参加します', 'お願いします']],
  ])('%s', (raw, clauses) => {
    expect(texts(raw)).toEqual(clauses);
  });

  it('join a sentence that a phone has wrapped, so that its "not" is not lost', () => {
    expect(mannersOf('今回は参加\nできません')).toEqual(['attend negated']);
  });

  it('leave out signature lines and stop at a quoted header', () => {
    const raw = '参加します\n\n佐藤花子\nTEL 090-1111-2222\nsato@example.jp\niPhoneから送信';
    expect(texts(raw)).toEqual(['参加します', '佐藤花子']);
    expect(texts('参加します\n-----Original Message-----\nキャンセルの場合')).toEqual([
      '参加します',
    ]);
  });

  it('do not take a sentence for a phone signature', () => {
    expect(texts('iPhoneから送信したのですが届いていますか').join('')).toContain('届いていますか');
  });
});

describe('the matching form', () => {
  it.each([
    ['ﾘｮｳｶｲﾃﾞｽ', 'りょうかいです'],
    ['りょーかいです〜', 'りょうかいです'.replace('う', '')],
    ['ＯＫ', 'ok'],
    ['キャンセル', 'きゃんせる'],
  ])('of %s is %s', (raw, folded) => {
    expect(fold(raw).text).toBe(folded);
  });

  it('leads back to the raw text', () => {
    const { text, at } = fold('ｶﾞ〜OK');
    expect(text).toBe('がok');
    expect(at).toEqual([0, 3, 4, 5]);
  });
});

describe('the manner in which something is said', () => {
  it.each([
    ['参加します', 'attend said'],
    ['参加したいと思います', 'attend requested'],
    ['参加できません', 'attend negated'],
    ['参加 できん です', 'attend negated'],
    ['参加できますか', 'attend possible'],
    ['参加しますか', 'attend asked'],
    ['参加できたら', 'attend conditional'],
    ['参加する場合は', 'attend in_case'],
    ['参加するそうです', 'attend reported'],
    ['参加するはずです', 'attend hedged'],
    ['参加したかったのですが', 'attend lapsed'],
    ['参加できないことはないです', 'attend twice_negated'],
    ['キャンセルしません', 'cancel negated'],
    ['変更していただけませんか', 'change begged'],
  ])('%s: %s', (raw, manner) => {
    expect(mannersOf(raw)).toEqual([manner]);
  });

  it('passes from お願いします to what it asks for', () => {
    expect(mannersOf('変更をお願いします')).toEqual(['change topic', 'change requested']);
    expect(mannersOf('相談は不要です')).toEqual(['attend topic', 'attend negated']);
  });
});
