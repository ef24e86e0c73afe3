import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forwardedPart, splitForward } from '../../../src/message/forwarded.ts';
import { replyText, splitReply } from '../../../src/message/reply-text.ts';
import { marked } from './clients.ts';
import { OUR_MAIL } from './our-mail.ts';

const PIECES = [
  'はい、参加します',
  'キャンセルします',
  '希望日時：12月3日 10:00',
  '2026年11月20日(金) 10:15 小林 <online@example.go.jp>:',
  '2026/11/20 10:15、小林のメール:',
  'On Fri, Nov 20, 2026 at 10:15 AM A <a@example.jp> wrote:',
  '-----Original Message-----',
  '________________________________',
  '差出人: 小林 <online@example.go.jp>',
  '送信日時: 2026年11月20日 10:15',
  '宛先: hanako@example.jp',
  '件名: 予約',
  '---------- Forwarded message ---------',
  '> 12月4日はいかがですか',
  '＞ 電話をください',
  '| 表 |',
  '-- ',
  '━━━━━━━━',
  '山田 花子',
  'TEL 090-1111-2222',
  'iPhoneから送信',
  '',
  ...OUR_MAIL.split('\n').slice(0, 20),
];
const bodies = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 25 })
  .map((lines) => lines.join('\n'));
const ours = fc.constantFrom(null, OUR_MAIL);

/** The words of a text in order of letters: nothing may be missing or come twice. */
const letters = (text: string) => [...text.replace(/[\s>＞|]/g, '')].sort().join('');

describe('for any text', () => {
  it('each word comes out once, as new, quoted or signature', () => {
    fc.assert(
      fc.property(bodies, ours, (text, ourText) => {
        const { newText, quotedText, signature } = splitReply(text, ourText);
        expect(letters(newText + quotedText + signature)).toBe(letters(text));
      }),
    );
  });

  it('a second cut of the new text finds nothing more to cut in front of a quotation of ours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PIECES.slice(0, 3)), (text) => {
        const body = `${text}\n\n${marked(OUR_MAIL)}`;
        const once = splitReply(body, OUR_MAIL).newText;
        expect(splitReply(once, OUR_MAIL).newText).toBe(once);
      }),
    );
  });

  it('nothing is thrown, and a text comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), ours, (text, ourText) => {
        expect(typeof splitReply(text, ourText).newText).toBe('string');
        const context = { subject: 'FW: x', from: [], to: [], answers: false };
        expect(splitForward(text, context)?.text).not.toBe(null);
      }),
    );
  });

  it('a text too long for a letter is never certain', () => {
    const split = splitReply('はい\n'.repeat(10_000), null);
    expect(split.certain).toBe(false);
    expect(split.because).toContain('長すぎて');
  });
});

describe('an answer in HTML and plain text', () => {
  const message = {
    messageId: null,
    inReplyTo: ['<ours@example.go.jp>'],
    references: [],
    from: [],
    sender: null,
    replyTo: [],
    to: [],
    cc: [],
    returnPath: null,
    subject: 'Re: x',
    headers: [],
    contentType: { type: 'multipart/alternative', parameters: {} },
    authentication: { dmarc: null, dkim: null, spf: null, passedFor: [] },
    parts: [],
    attached: [],
    doubts: [],
    text: 'はい\n12月3日はキャンセルになりました',
    html: '<div>はい</div><blockquote type="cite">12月3日はキャンセルになりました</blockquote>',
  };

  it('is read from its HTML where the plain text has lost the quotation', () => {
    expect(replyText(message, null).newText).toBe('はい');
    expect(replyText({ ...message, inReplyTo: [] }, null).newText).toBe(message.text);
    expect(forwardedPart(message)).toBeNull();
  });
});
