import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { predictRequest, type RequestRow } from '../../src/commands/score/request-row.ts';
import { scoreRequests } from '../../src/commands/score/requests.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OWN = resolve(ROOT, 'test/fixtures/own-requests.jsonl');
const BLIND = resolve(ROOT, 'test/fixtures/blind-requests.jsonl');
const FRESH = resolve(ROOT, 'test/fixtures/fresh-requests.jsonl');
const FURTHER = resolve(ROOT, 'test/fixtures/further-requests.jsonl');
const GIVEN = resolve(ROOT, '../shared/fixtures/ja-requests.jsonl');

function rowsOf(file: string): RequestRow[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as RequestRow);
}

describe('the marks of the reading of requests', () => {
  it('are reached on our own mails', () => {
    const report = scoreRequests(rowsOf(OWN));
    expect(report.failed, report.lines.join('\n')).toBe(false);
  });

  it('are reached on mails that somebody else wrote without knowing the readers', () => {
    const report = scoreRequests(rowsOf(BLIND));
    expect(report.failed, report.lines.join('\n')).toBe(false);
  });

  it('are reached on the fresh mails, written before their author had opened the readers', () => {
    const report = scoreRequests(rowsOf(FRESH));
    expect(report.failed, report.lines.join('\n')).toBe(false);
  });

  it('are reached on mails in further styles', () => {
    const report = scoreRequests(rowsOf(FURTHER));
    expect(report.failed, report.lines.join('\n')).toBe(false);
  });

  it.skipIf(!existsSync(GIVEN))(
    'are reached on the given mails (skipped where ../shared is absent)',
    () => {
      const report = scoreRequests(rowsOf(GIVEN));
      expect(report.failed, report.lines.join('\n')).toBe(false);
    },
  );
});

describe('the scorer', () => {
  const row: RequestRow = {
    id: 'x',
    received: '2026-11-24T09:00:00+09:00',
    subject: '',
    from: 'a@example.jp',
    text: '氏名：小林花子\n求職番号：45010-12345678\n希望日時：12月3日 10:00\n電話：090-1234-5678\n内容：面接',
    expect: {
      name: '小林 花子',
      seekerNumber: '45010-12345678',
      start: ['2026-12-03T10:00:00+09:00'],
      phone: '09012345678',
      topic_contains: ['面接'],
      missing: [],
    },
  };

  it('prints the prediction in the form of the labelled data', () => {
    expect(predictRequest(row)).toEqual({
      name: '小林花子',
      seekerNumber: '45010-12345678',
      start: ['2026-12-03T10:00:00+09:00'],
      phone: '090-1234-5678',
      topic: '面接',
      missing: [],
      unclear: [],
      intent: 'request',
      flags: [],
    });
  });

  it('fails on one booking of a time nobody asked for', () => {
    const wrong = { ...row, expect: { ...row.expect, start: ['2026-12-04T10:00:00+09:00'] } };
    const report = scoreRequests([...Array.from({ length: 99 }, () => row), wrong]);
    expect(report.failed).toBe(true);
    expect(report.lines.join('\n')).toContain('WRONG BOOKING');
  });

  it('fails on a value that must never be taken', () => {
    const wrong = { ...row, expect: { ...row.expect, not: { phone: ['090-1234-5678'] } } };
    expect(scoreRequests([wrong]).failed).toBe(true);
  });

  it('takes start and datetime for one item, and judges missing items by intent', () => {
    const text = '氏名：小林花子';
    const missing = ['seekerNumber', 'start', 'phone', 'topic'];
    const bare = {
      ...row.expect,
      seekerNumber: null,
      start: [],
      phone: null,
      topic_contains: [],
      missing,
    };
    expect(scoreRequests([{ ...row, text, expect: bare }]).lines.join('\n')).toContain(
      'missing      1/1',
    );
    const changed = { ...bare, missing: [], intent: 'change' };
    expect(scoreRequests([{ ...row, text, expect: changed }]).lines.join('\n')).toContain(
      'missing      0/0',
    );
  });
});
