import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounceAdvice } from '../../../src/message/bounce/advice.ts';
import { readBounce } from '../../../src/message/bounce.ts';
import { judgeOrigin } from '../../../src/message/origin.ts';
import { aMail, OFFICE } from './a-mail.ts';

const words = fc.constantFrom(
  ...[
    '自動',
    '返信',
    'このメールは',
    '参加します',
    '不在',
    '「',
    '」と',
    '\n',
    ' ',
    '>',
    '12/3',
    'お問い合わせ',
  ],
  ...[
    'Message-ID: <a@b.jp>',
    'To: a@b.jp',
    '550 5.1.1',
    '<a@b.jp>:',
    '--',
    'Final-Recipient: rfc822;a@b',
    '\0',
    '😀',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(words, { maxLength: 60 }).map((all) => all.join('')),
);
const headerName = fc.constantFrom(
  'auto-submitted',
  'precedence',
  'list-id',
  'x-mailer',
  'return-path',
  'from',
);
const mail = fc.record({
  subject: text,
  text,
  headers: fc.dictionary(headerName, text),
  returnPath: fc.option(text, { nil: null }),
  from: fc.array(fc.record({ name: text, address: text }), { maxLength: 2 }),
  parts: fc.array(
    fc.record({
      contentType: fc.constantFrom(
        'text/plain',
        'message/delivery-status',
        'text/rfc822-headers',
        'text/calendar',
      ),
      fileName: fc.option(text, { nil: null }),
      sizeBytes: fc.nat(),
      text: fc.option(text, { nil: null }),
    }),
    { maxLength: 3 },
  ),
});

describe('any mail', () => {
  it("gets a verdict with evidence unless it is a person's", () => {
    fc.assert(
      fc.property(mail, (parts) => {
        const { origin, rule, evidence } = judgeOrigin(aMail(parts), OFFICE);
        expect(rule === null).toBe(origin === 'person');
        expect(evidence === '').toBe(origin === 'person');
      }),
      { numRuns: 500 },
    );
  });

  it('is judged the same in a thread of ours as outside', () => {
    fc.assert(
      fc.property(mail, (parts) => {
        const alone = judgeOrigin(aMail(parts), OFFICE);
        const thread = ['<ours.1@office.example.jp>'];
        const inThread = judgeOrigin(
          aMail({ ...parts, inReplyTo: thread, references: thread }),
          OFFICE,
        );
        expect(inThread).toEqual(alone);
      }),
    );
  });

  it('is read as a bounce or not, and a bounce has an advice', () => {
    fc.assert(
      fc.property(mail, (parts) => {
        const report = readBounce(aMail(parts));
        if (report === null) return;
        const quiet = ['delayed', 'delivered', 'relayed', 'expanded'].includes(report.action);
        expect(bounceAdvice(report).kind === 'nothing').toBe(quiet);
      }),
      { numRuns: 500 },
    );
  });
});
