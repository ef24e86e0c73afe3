/**
 * What counselors are told: short, and safe when a mail program quotes it back without a mark.
 */
import { describe, expect, it } from 'vitest';
import { ATTENTION_REASONS } from '../../../src/domain/attention.ts';
import { BOOKING_STATES } from '../../../src/domain/booking.ts';
import { specialTodos, todoOf } from '../../../src/domain/words/attention-todo.ts';
import { ATTENTION_WORDS } from '../../../src/domain/words/attention-words.ts';
import { SAMPLE_DATA } from '../../../src/message/mail-data.ts';
import { compileTemplates } from '../../../src/message/templates.ts';
import { readCounselorWord } from '../../../src/reading/counselor-word.ts';
import { foreignCharacters } from '../../message/support/jis-x-0208.ts';
import { templateSources } from '../../message/support/mail-templates.ts';

const templates = compileTemplates(templateSources());
const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');

/** Every text that tells a counselor what to do, by the state of the booking. */
const todos = [
  ...Object.values(ATTENTION_WORDS).map(({ todo }) => todo),
  ...specialTodos().map(({ todo }) => todo),
];

/** The words that the texts tell a counselor to answer. */
const spokenWords = [
  ...new Set(
    todos.flatMap((todo) => [...todo.matchAll(/「([^」]+)」/g)].map(([, word = '']) => word)),
  ),
];

const STATES = [null, ...BOOKING_STATES];
const CASES = ATTENTION_REASONS.flatMap((reason) => STATES.map((state) => ({ reason, state })));

describe.each(CASES)('$reason about a booking that is $state', ({ reason, state }) => {
  const { what } = ATTENTION_WORDS[reason];
  const todo = todoOf(reason, state);
  const data = { ...SAMPLE_DATA['staff.action.decide'], what, todo };
  const { subject, text } = templates.render('staff.action.decide', data);

  it('says in its subject what happened, in one short sentence', () => {
    expect(what).toMatch(/^[^。\n]{8,26}。$/);
    expect([...subject].length).toBeLessThanOrEqual(60);
  });

  it('says what to do in short sentences, one a line, in plain characters', () => {
    for (const line of todo.split('\n')) expect(line).toMatch(/^[^。]{8,}。$/);
    expect(foreignCharacters(what + todo)).toEqual([]);
  });

  it('moves no booking when it comes back quoted without a mark', () => {
    expect(readCounselorWord(text, reference)).toEqual({ words: [], notUnderstood: [] });
  });
});

describe.each([
  'staff.action.attendance',
  'staff.notice.morning',
  'staff.notice.holidays',
  'staff.notice.mailbox_lost',
  'staff.notice.mailbox_back',
] as const)('%s', (kind) => {
  it('moves no booking when it comes back quoted without a mark', () => {
    const { text } = templates.render(kind, SAMPLE_DATA[kind]);
    expect(readCounselorWord(text, reference)).toEqual({ words: [], notUnderstood: [] });
  });
});

describe('the words that counselors are told to answer', () => {
  const itemLines = ['求職番号: 番号', '電話番号: 番号', '希望日時: 月日と時刻'];
  const words = spokenWords.filter((word) => !itemLines.includes(word));

  it('are at least the words of the requirements that work by mail today', () => {
    const known = ['登録確認', '確定', '取消', '所側取消', '来談', '不在', '送信許可', 'お断り'];
    expect(known.filter((word) => !words.includes(word))).toEqual([]);
  });

  it.each(words)('「%s」 is understood as it is written', (word) => {
    const answer = word
      .replace('マイページのアドレス', 'hanako@example.ne.jp')
      .replace(/アドレス$/, 'hanako@example.ne.jp');
    const read = readCounselorWord(`お疲れさまです。\n${answer}\n`, reference);
    expect(read.notUnderstood).toEqual([]);
    expect(read.words).toHaveLength(1);
  });

  it.each(['確定', '取消', '所側取消', 'お断り', 'お断り解除'])(
    '「%s」と理由 keeps the reason',
    (word) => {
      const { words: read } = readCounselorWord(`${word} 電話で本人に確認`, reference);
      expect(read).toEqual([expect.objectContaining({ reason: '電話で本人に確認' })]);
    },
  );
});
