import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitReply } from '../../../src/message/reply-text.ts';
import { CLIENTS, marked } from './clients.ts';
import { OUR_MAIL } from './our-mail.ts';

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

const own = (text: string) => splitReply(text, null).newText;

/** The rows whose words a client's quotation changes, with what came out instead. */
function lost(build: (reply: string) => string, ourText: string | null): string[] {
  return replies
    .flatMap(({ id, text }) => {
      const { newText } = splitReply(build(text), ourText);
      return newText === own(text) ? [] : [`${id}: ${JSON.stringify(newText.slice(0, 200))}`];
    })
    .slice(0, SHOWN);
}

/** The rows with words that a person would have to look at only because of the client. */
function doubted(build: (reply: string) => string, ourText: string | null): string[] {
  return replies
    .flatMap(({ id, text }) => {
      const { certain, because } = splitReply(build(text), ourText);
      return certain || own(text) === '' ? [] : [`${id}: ${because}`];
    })
    .slice(0, SHOWN);
}

describe('any reply, quoted by any client, comes back as it was written', () => {
  it.each(CLIENTS.map((client) => [client.name, client] as const))(
    '%s, our mail known',
    (_, { top }) => {
      expect(lost((reply) => top(reply, OUR_MAIL), OUR_MAIL)).toEqual([]);
      expect(doubted((reply) => top(reply, OUR_MAIL), OUR_MAIL)).toEqual([]);
    },
  );

  it.each(
    CLIENTS.filter((client) => client.tellsAlone).map((client) => [client.name, client] as const),
  )('%s, our mail not known', (_, { top }) => {
    expect(lost((reply) => top(reply, OUR_MAIL), null)).toEqual([]);
  });

  it('is found below the quotation', () => {
    const bottom = (reply: string) =>
      `2026年11月20日(金) 10:15 ハローワーク小林 <online@example.go.jp>:\n\n${marked(OUR_MAIL)}\n\n${reply}`;
    expect(lost(bottom, OUR_MAIL)).toEqual([]);
    expect(lost(bottom, null)).toEqual([]);
    expect(doubted(bottom, OUR_MAIL)).toEqual([]);
  });

  it('is found below our text even where the client quotes without marks', () => {
    const bottom = (reply: string) =>
      `________________________________\n差出人: 小林 <online@example.go.jp>\n送信日時: 2026年11月20日 10:15\n宛先: hanako@example.jp\n件名: 予約\n\n${OUR_MAIL}\n${reply}`;
    expect(lost(bottom, OUR_MAIL)).toEqual([]);
  });

  it('is found between quoted lines', () => {
    const [head, tail] = [OUR_MAIL.slice(0, 300), OUR_MAIL.slice(300)];
    const cutAt = head.lastIndexOf('\n') + 1;
    const between = (reply: string) =>
      `${marked(head.slice(0, cutAt).trimEnd())}\n${reply}\n${marked(head.slice(cutAt) + tail)}`;
    expect(lost(between, OUR_MAIL)).toEqual([]);
  });

  it('is found between lines of ours that carry no marks at all', () => {
    const cutAt = OUR_MAIL.indexOf('■ 相談の日時');
    const between = (reply: string) =>
      `${OUR_MAIL.slice(0, cutAt)}\n${reply}\n\n${OUR_MAIL.slice(cutAt)}`;
    expect(lost(between, OUR_MAIL)).toEqual([]);
  });
});
