import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forwardedPart } from '../../../src/message/forwarded.ts';
import { parseMessage } from '../../../src/message/parse.ts';
import { replyText, splitReply } from '../../../src/message/reply-text.ts';
import { labelledMails } from './labelled-mail.ts';

const OWN = new URL('../../fixtures/', import.meta.url);
const labels = labelledMails(new URL('own-mail-labels.csv', OWN).pathname);
const ourText = readFileSync(new URL('mail/our-terms-mail.txt', OWN), 'utf8');
const read = async (file: string) =>
  parseMessage(readFileSync(new URL(`mail/${file}`, OWN)), { authservId: null });

const folded = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
const digits = (text: string) => folded(text).replace(/\D/g, '');

describe('own invented mails', () => {
  const people = labels.filter(({ expectedClass }) => expectedClass.startsWith('human'));

  it('are there', () => expect(people.length).toBeGreaterThan(90));

  it.each(people.map((label) => [label.file, label] as const))(
    '%s: what was written anew is exactly that',
    async (file, { inThread, newText }) => {
      const split = replyText(await read(file), inThread ? ourText : null);
      expect(split.newText).toBe(newText);
      expect(split.certain).toBe(true);
    },
  );

  const forwards = labels.filter(({ expectedClass }) => expectedClass === 'forward');
  it.each(forwards.map((label) => [label.file, label] as const))(
    "%s: the person's items stand in the forwarded part, the forwarder does not",
    async (file, { items }) => {
      const message = await read(file);
      const text = forwardedPart(message)?.text ?? '';
      for (const words of [items.name, ...(items.topic_contains ?? [])]) {
        expect(folded(text)).toContain(folded(words ?? ''));
      }
      for (const number of [items.seekerNumber, items.phone]) {
        expect(digits(text)).toContain(digits(number ?? ''));
      }
      for (const { address, name } of message.from) {
        expect(text).not.toContain(address);
        if (name !== '') expect(folded(text)).not.toContain(folded(name));
      }
    },
  );
});

const SHARED = new URL('../../../../shared/fixtures/mail/reply/', import.meta.url);
const given = existsSync(SHARED)
  ? readdirSync(SHARED).filter((file) => file.endsWith('.expected.txt'))
  : [];

describe.skipIf(given.length === 0)('given answers with a known rest (../shared)', () => {
  it.each(given)('%s', async (file) => {
    const source = readFileSync(new URL(file.replace('.expected.txt', '.eml'), SHARED));
    const { text } = await parseMessage(source, { authservId: null });
    const expected = readFileSync(new URL(file, SHARED), 'utf8').trim();
    expect(splitReply(text, null).newText).toBe(expected);
  });
});
