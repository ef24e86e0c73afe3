import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitReply } from '../../../src/message/reply-text.ts';
import { CLIENTS, marked } from './clients.ts';
import { OUR_MAIL } from './our-mail.ts';

/** Every reply meets every fourth client, and so every client a quarter of the replies. */
const QUARTER = 4;

interface Row {
  id: string;
  text: string;
}

const replies: Row[] = readFileSync(
  new URL('../../fixtures/own-replies.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Row => JSON.parse(line));

/** Enough to see what went wrong. */
const SHOWN = 3;

/** What goes wrong with a share of the replies when `build` lays a quotation around them. */
function wrong(build: (reply: string) => string, ourText: string | null, share = 0): string[] {
  return replies
    .filter((_, i) => i % QUARTER === share % QUARTER)
    .flatMap(({ id, text }) => {
      const own = splitReply(text, null).newText;
      const { newText, certain, because } = splitReply(build(text), ourText);
      if (newText !== own) return [`${id} lost: ${JSON.stringify(newText.slice(0, 200))}`];
      return certain || own === '' ? [] : [`${id} doubted: ${because}`];
    })
    .slice(0, SHOWN);
}

describe('any reply, quoted by any client, comes back as it was written', () => {
  it.each(CLIENTS.map((client, i) => [client.name, client, i] as const))(
    '%s, our mail known',
    (_, { top }, i) => {
      expect(wrong((reply) => top(reply, OUR_MAIL), OUR_MAIL, i)).toEqual([]);
    },
  );

  it.each(
    CLIENTS.filter((client) => client.tellsAlone).map(
      (client, i) => [client.name, client, i] as const,
    ),
  )('%s, our mail not known', (_, { top }, i) => {
    expect(wrong((reply) => top(reply, OUR_MAIL), null, i + 1)).toEqual([]);
  });

  it('is found below the quotation', () => {
    const bottom = (reply: string) =>
      `2026年11月20日(金) 10:15 ハローワーク小林 <online@example.go.jp>:\n\n${marked(OUR_MAIL)}\n\n${reply}`;
    expect(wrong(bottom, OUR_MAIL)).toEqual([]);
    expect(wrong(bottom, null)).toEqual([]);
  });

  it('is found below our text even where the client quotes without marks', () => {
    const bottom = (reply: string) =>
      `________________________________\n差出人: 小林 <online@example.go.jp>\n送信日時: 2026年11月20日 10:15\n宛先: hanako@example.jp\n件名: 予約\n\n${OUR_MAIL}\n${reply}`;
    expect(wrong(bottom, OUR_MAIL)).toEqual([]);
  });

  it('is found between quoted lines', () => {
    const [head, tail] = [OUR_MAIL.slice(0, 300), OUR_MAIL.slice(300)];
    const cutAt = head.lastIndexOf('\n') + 1;
    const between = (reply: string) =>
      `${marked(head.slice(0, cutAt).trimEnd())}\n${reply}\n${marked(head.slice(cutAt) + tail)}`;
    expect(wrong(between, OUR_MAIL)).toEqual([]);
  });

  it('is found between lines of ours that carry no marks at all', () => {
    const cutAt = OUR_MAIL.indexOf('■ 相談の日時');
    const between = (reply: string) =>
      `${OUR_MAIL.slice(0, cutAt)}\n${reply}\n\n${OUR_MAIL.slice(cutAt)}`;
    expect(wrong(between, OUR_MAIL)).toEqual([]);
  });
});
