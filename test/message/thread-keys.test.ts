import { describe, expect, test } from 'vitest';
import {
  ownMessageId,
  readReferenceCode,
  referenceCode,
  threadKeys,
  verifyOwnMessageId,
} from '../../src/message/thread-keys.ts';

const key = Buffer.alloc(32, 7);
const own = { bookingId: 42, mailId: 123456, key, domain: 'Office.Example.jp' };

describe('our own Message-IDs', () => {
  test('come back as the booking and mail that they stand for', () => {
    const id = ownMessageId(own);
    expect(id).toMatch(/^<[2-9a-hjkmnp-z.]+@office\.example\.jp>$/);
    expect(verifyOwnMessageId(id, key)).toEqual({ bookingId: 42, mailId: 123456 });
  });

  test('are the same for the same mail, and other for any other', () => {
    expect(ownMessageId(own)).toBe(ownMessageId(own));
    expect(
      new Set([own, { ...own, mailId: 1 }, { ...own, bookingId: 1 }].map(ownMessageId)).size,
    ).toBe(3);
  });

  test('survive mailers that change case or drop the brackets', () => {
    const id = ownMessageId(own);
    expect(verifyOwnMessageId(id.toUpperCase(), key)).not.toBeNull();
    expect(verifyOwnMessageId(id.slice(1, -1), key)).not.toBeNull();
  });

  test.each([
    ['another booking', (id: string) => id.replace(/^<./, '<9')],
    ['another domain', (id: string) => id.replace('office', 'evil')],
    ['a changed code', (id: string) => id.replace(/.@/, (end) => (end === '2@' ? '3@' : '2@'))],
    ['a cut code', (id: string) => id.replace(/.@/, '@')],
    ['something else', () => '<CAEAsyCb@mail.gmail.com>'],
    ['nothing', () => ''],
    ['a long text', () => `<${'2'.repeat(100_000)}`],
  ])('%s is not ours', (_name, change) => {
    expect(verifyOwnMessageId(change(ownMessageId(own)), key)).toBeNull();
  });

  test('are not ours under another key', () => {
    expect(verifyOwnMessageId(ownMessageId(own), Buffer.alloc(32, 8))).toBeNull();
  });

  test.each([-1, 1.5, Number.NaN])('a row number %s is refused', (bookingId) => {
    expect(() => ownMessageId({ ...own, bookingId })).toThrow(RangeError);
  });
});

describe('reference codes', () => {
  test('hold no sign that is mistaken for another', () => {
    const codes = Array.from({ length: 256 }, (_, byte) =>
      referenceCode(new Uint8Array(8).fill(byte)),
    );
    expect(codes.every((code) => /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(32);
  });

  test('too few random bytes are refused', () => {
    expect(() => referenceCode(new Uint8Array(7))).toThrow(RangeError);
  });

  test.each([
    ['Re: ［予約番号 K7QM-2WXA］ご予約の確認'],
    ['Re:[予約番号K7QM-2WXA]'],
    ['RE: 【予約番号：Ｋ７ＱＭ－２ＷＸＡ】'],
    ['予約番号 k7qm−2wxa です'],
    ['Fwd: (K7QM-2WXA) 相談'],
    ['Re: 「K7QM 2WXA」'],
    ['予約番号は K7QM2WXA'],
    ['予約番号 K7QM‐2WXAについて'],
  ])('%s', (subject) => {
    expect(readReferenceCode(subject)).toBe('K7QM-2WXA');
  });

  test.each([
    ['no code', 'Re: ご予約'],
    ['a 求職番号', '[45020-12345678]'],
    ['digits in brackets', '[2345-6789]'],
    ['signs that no code has', '予約番号 K0QM-1WXA'],
    ['a longer word', '予約番号 K7QM-2WXAB'],
    ['a code without label or brackets', 'K7QM-2WXA'],
    ['a long subject', '予約番号'.repeat(50_000)],
  ])('%s is no reference', (_name, subject) => {
    expect(readReferenceCode(subject)).toBeNull();
  });
});

describe('thread keys', () => {
  const message = { inReplyTo: [], references: [], subject: '', to: [], cc: [], headers: [] };

  test('In-Reply-To comes first, then References from the end, each once', () => {
    const keys = threadKeys({
      ...message,
      inReplyTo: ['<c@x>'],
      references: ['<a@x>', '<b@x>', '<c@x>'],
    });
    expect(keys.messageIds).toEqual(['<c@x>', '<b@x>', '<a@x>']);
  });

  test('of a long list the ends are kept', () => {
    const references = Array.from({ length: 10_000 }, (_, index) => `<${index}@x>`);
    const { messageIds } = threadKeys({ ...message, references });
    expect(messageIds).toHaveLength(100);
    expect(messageIds[0]).toBe('<9999@x>');
  });

  test('the plus address is read from To and from the recipient that the server noted', () => {
    const to = [{ name: '', address: 'yoyaku+k7qm2wxa@office.jp' }];
    expect(threadKeys({ ...message, to }).plusReference).toBe('K7QM-2WXA');
    const headers = [{ name: 'delivered-to', value: 'yoyaku+K7QM-2WXA@office.jp' }];
    expect(threadKeys({ ...message, headers }).plusReference).toBe('K7QM-2WXA');
    expect(threadKeys(message)).toEqual({ messageIds: [], reference: null, plusReference: null });
  });
});
