import { expect, test } from 'vitest';
import { doubtInJapanese } from '../../src/message/doubt-words.ts';
import { parseMessage } from '../../src/message/parse.ts';
import { HOSTILE_MAILS } from './support/hostile-mails.ts';
import { latin1, rawMail } from './support/raw-mail.ts';

const UNKNOWN = doubtInJapanese('something that no row names');
const SMALL = HOSTILE_MAILS.filter((mail) =>
  /5,000 parts|1 MB|no headers|no charset/.test(mail.name),
);

test.each<readonly [string, Uint8Array]>([
  ['a cut text', rawMail([], 'a'.repeat(600_000))],
  ['half-width kana alone', rawMail([], latin1('\xdc\xb6\xd8\xcf\xbc\xc0'))],
  ['a raw subject of no charset', rawMail(['Subject: \xff\xfd\x81 \xa0'], '')],
  ['an encoded subject of no charset', rawMail(['Subject: =?utf-8?B?/4E=?='], '')],
  ['two senders', rawMail(['From: a@x.jp, b@y.jp'], '')],
  ['no header', latin1('hello')],
  ['a picture alone', rawMail(['Content-Type: image/png'], 'x')],
  ['a broken multipart', rawMail(['Content-Type: multipart/mixed; boundary=x'], 'a')],
  ...SMALL.map((mail) => [mail.name, mail.source()] as const),
])('each doubt about %s has its words', async (_name, source) => {
  const { doubts } = await parseMessage(source, { authservId: null });
  expect(doubts.length).toBeGreaterThan(0);
  for (const doubt of doubts) expect([doubt, doubtInJapanese(doubt)]).not.toContain(UNKNOWN);
});
