/**
 * Every value has the place of the raw text that it came from, and every doubt its reason: on all
 * labelled mails and expressions, and on texts put together at random.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/reading/normalise.ts';
import { readReply } from '../../src/reading/reply.ts';
import { readRequest } from '../../src/reading/request.ts';
import type { RequestReading, Span } from '../../src/reading/types.ts';
import { readWish } from '../../src/reading/wish.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const texts = (file: string): string[] =>
  readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);

const MAILS = ['own', 'blind', 'further', 'fresh'].flatMap((set) => texts(`${set}-requests.jsonl`));
const WISHES = ['own', 'blind', 'fresh'].flatMap((set) => texts(`${set}-datetime.jsonl`));
const REPLIES = ['own', 'blind', 'fresh'].flatMap((set) => texts(`${set}-replies.jsonl`));

const squeeze = (text: string) => normalise(text).text.replace(/[\s\u3000]/g, '');
const digits = (text: string) => squeeze(text).replace(/\D/g, '');

function isInside(span: Span, text: string): boolean {
  return span.start >= 0 && span.start < span.end && span.end <= text.length;
}

/** What a reading says about its own places; empty where all is well. */
function complaints(text: string, reading: RequestReading): string[] {
  const found: string[] = [];
  for (const [item, value] of Object.entries(reading.items)) {
    if (value === null) continue;
    if (value.span === null) {
      if (!['sender', 'subject'].includes(value.evidence)) found.push(`${item} has no place`);
    } else if (!isInside(value.span, text)) found.push(`${item} lies outside`);
  }
  const { name, phone, topic } = reading.items;
  const read = (span: Span | null | undefined) => (span ? text.slice(span.start, span.end) : null);
  const nameAt = read(name?.span);
  if (nameAt !== null && name && !samePerson(squeeze(nameAt), squeeze(name.value)))
    found.push(`name ${name.value} from ${nameAt}`);
  const phoneAt = read(phone?.span);
  if (phoneAt !== null && phone && /\d/.test(squeeze(phoneAt)) && !sameNumber(phoneAt, phone.value))
    found.push(`phone ${phone.value} from ${phoneAt}`);
  const topicAt = read(topic?.span);
  const firstLine = topic?.value.split('\n')[0] ?? '';
  if (topicAt !== null && !squeeze(topicAt).startsWith(squeeze(firstLine).slice(0, 4)))
    found.push(`topic ${firstLine} from ${topicAt}`);
  for (const { item, reason } of reading.unclear)
    if (reason.trim() === '') found.push(`${item} is doubted without a reason`);
  return found;
}

/** The family name may be completed by what stands elsewhere. */
function samePerson(written: string, value: string): boolean {
  return (
    written.includes(value) ||
    value.startsWith(written) ||
    value.endsWith(written) ||
    spans(written, value)
  );
}

/** 姓 and 名 under two labels: the place runs from one to the other. */
function spans(written: string, value: string): boolean {
  return written.startsWith(value.slice(0, 1)) && written.endsWith(value.slice(-1));
}

function sameNumber(written: string, value: string): boolean {
  return digits(written).endsWith(digits(value).slice(-4));
}

describe('the places of what was read', () => {
  it('hold the items of every labelled mail', () => {
    const wrong = MAILS.flatMap((text) => {
      const sender = { name: '', address: 'a@example.jp' };
      return complaints(text, readRequest({ subject: '', text, sender }, reference));
    });
    expect(wrong).toEqual([]);
  });

  it('begin and end with a word of the wish in every labelled expression', () => {
    const wrong = WISHES.filter((text) => {
      const { wish, span, because } = readWish(text, reference);
      if (because.trim() === '') return true;
      if (span === null) return !['none', 'ambiguous'].includes(wish.kind);
      const words = text.slice(span.start, span.end);
      return !isInside(span, text) || words.trim() !== words;
    });
    expect(wrong).toEqual([]);
  });

  it('hold the words of a reply that decided', () => {
    const wrong = REPLIES.filter((text) => {
      const { span, because } = readReply(text, reference);
      if (span === null) return false;
      return !isInside(span, text) || text.slice(span.start, span.end).trim() !== because;
    });
    expect(wrong).toEqual([]);
  });

  it('stay inside texts put together at random', () => {
    const pieces = fc.constantFrom(
      ...[
        '氏名：山田太郎',
        '髙﨑',
        '𠮷田',
        'ｶﾞ',
        '（木）',
        '12月3日',
        '１０：００',
        '10時5分',
        '〜',
        '第二希望',
      ],
      ...[
        '求職番号',
        '45010-12345678',
        '090-1234-5678',
        'です',
        '\n',
        '\u3000',
        '👍',
        'お願いします',
        '通訳',
        '明日',
      ],
    );
    const text = fc.array(pieces, { maxLength: 14 }).map((some) => some.join(''));
    fc.assert(
      fc.property(text, (mail) => {
        const sender = { name: '', address: 'a@example.jp' };
        const outside = complaints(
          mail,
          readRequest({ subject: '', text: mail, sender }, reference),
        );
        const { span } = readWish(mail, reference);
        const reply = readReply(mail, reference);
        expect(outside.filter((one) => /outside|place|reason/.test(one))).toEqual([]);
        expect(span === null || isInside(span, mail)).toBe(true);
        expect(reply.span === null || isInside(reply.span, mail)).toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
