import { expect, it } from 'vitest';
import { readAnnouncedFields } from '../../src/imap/headers.ts';

const read = (text: string) => readAnnouncedFields(Buffer.from(text));

it.each([
  ['plain', 'Subject: Re: [K7M4]', 'Re: [K7M4]'],
  ['base64', 'Subject: =?UTF-8?B?5LqI57SE?= [K7M4]', '予約 [K7M4]'],
  ['split words joined', 'Subject: =?UTF-8?B?5LqI?=\r\n =?UTF-8?B?57SE?=', '予約'],
  ['quoted-printable', 'Subject: =?iso-8859-1?q?a_=5BK7M4=5D?=', 'a [K7M4]'],
  ['language tag', 'Subject: =?utf-8*ja?b?5LqI57SE?=', '予約'],
  ['unknown charset left alone', 'Subject: =?x-foo?B?5LqI?= x', '=?x-foo?B?5LqI?= x'],
  ['raw UTF-8', 'Subject: 予約', '予約'],
  ['first of two', 'Subject: one\r\nSubject: two\r\n folded', 'one'],
  ['none', 'X: y', ''],
])('reads a subject: %s', (_name, header, subject) => {
  expect(read(`${header}\r\n\r\n`).subject).toBe(subject);
});

it('unfolds the thread fields and is null where they are missing or empty', () => {
  expect(read('references: <a@b>\r\n\t<c@d>\r\nIn-Reply-To:\r\n\r\n')).toEqual({
    messageId: null,
    inReplyTo: null,
    references: '<a@b> <c@d>',
    from: null,
    subject: '',
  });
});

it('reads hostile headers in no time worth speaking of', () => {
  const hostile = `Subject: ${'=?utf-8?q?'.repeat(50_000)}\r\n${' \r\n'.repeat(50_000)}${':'.repeat(100_000)}`;
  expect(read(hostile).messageId).toBeNull();
});
