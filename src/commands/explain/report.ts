/**
 * An explanation as lines for a person at a terminal: what was read, from which words, what is
 * missing, and what the bot would do. Labels are padded with full-width spaces, so that they
 * stand in one column; control signs of the mail never reach the terminal.
 */

import { longDateTime } from '../../domain/japanese-date.ts';
import { wishInWords } from '../../domain/words/wish-words.ts';
import { doubtInJapanese } from '../../message/doubt-words.ts';
import type { Found, RequestReading, Span } from '../../reading/types.ts';
import { because } from './because.ts';
import type { Explanation } from './explanation.ts';
import { nextSteps } from './next-step.ts';
import { asksBack } from './record.ts';
import type { Reference } from './reference.ts';
import {
  BOT_KNOWS_MORE,
  EVIDENCE_WORDS,
  FLAG_WORDS,
  INTENT_WORDS,
  ITEM_WORDS,
  KIND_WORDS,
  REFERENCE_WORDS,
  STRANGERS_FORWARD,
} from './words.ts';

type Line = readonly [label: string, value: string];

const LABEL_WIDTH = 6;
const MAX_TEXT_LINES = 20;
const MAX_QUOTED = 40;

/** The report of one file. */
export function reportOf(file: string, explanation: Explanation, reference: Reference): string[] {
  const { kind, mail, written, counselor } = explanation;
  const lines: Line[] = [
    ['種類', KIND_WORDS[kind]],
    ['理由', because(explanation)],
    ['差出人', senderLine(explanation)],
    ['件名', mail.message.subject || '（なし）'],
    ['基準の日時', `${longDateTime(reference.at)}（${REFERENCE_WORDS[reference.from]}）`],
    ...itemLines(explanation),
    ...replyLines(explanation),
    ...(counselor?.words.notUnderstood ?? []).map((text): Line => ['不明な行', `「${text}」`]),
    ...doubtLines(explanation),
    ['本文', textLines(counselor?.forwarded?.text ?? written.newText)],
    ...nextSteps(explanation).map((step): Line => ['この先', step]),
    ...(explanation.isStrangersForward ? [['ご注意', STRANGERS_FORWARD] as const] : []),
  ];
  return [`■ ${file}`, ...lines.map(([label, value]) => labelled(label, value))].map(harmless);
}

function senderLine({ mail, authenticated }: Explanation): string {
  const author = mail.message.from[0];
  const who = author ? `${author.name} <${author.address}>`.trim() : '（差出人なし）';
  const proof =
    authenticated === null ? '記録なし' : authenticated ? '確かめられた' : '確かめられない';
  return `${who}（送信者の認証：${proof}）`;
}

function itemLines(explanation: Explanation): Line[] {
  const { items: read } = explanation;
  if (read === null) return [];
  const { items, unclear, missing, flags } = read.reading;
  const asks = asksBack(explanation);
  const value = (label: string, found: Found<string> | null): Line[] =>
    itemLine(label, found && { ...found, value: found.value.replace(/\s*\n\s*/g, ' ／ ') }, {
      text: read.text,
      asks,
    });
  const wish = items.wish && { ...items.wish, value: wishInWords(items.wish.value) };
  const doubts = unclear.map(
    ({ item, reason, span }): Line => [
      '聞き返す',
      `${ITEM_WORDS[item]}：${reason}${words(span, read.text)}`,
    ],
  );
  return [
    ...value('氏名', items.name),
    ...value('求職番号', items.seekerNumber),
    ...itemLine('希望日時', wish, { text: read.text, asks }),
    ...value('電話番号', items.phone),
    ...value('相談内容', items.topic),
    ...flagLine(flags),
    ...(asks
      ? [['足りない', missing.map((item) => ITEM_WORDS[item]).join('、') || 'なし'] as const]
      : []),
    ...doubts,
  ];
}

/** An item with the words it comes from; one that is absent only where it would be asked for. */
function itemLine(
  label: string,
  found: Found<string> | null,
  { text, asks }: { text: string; asks: boolean },
): Line[] {
  if (found === null) return asks ? [[label, '（書かれていない）']] : [];
  return [[label, `${found.value}　←${EVIDENCE_WORDS[found.evidence]}${words(found.span, text)}`]];
}

function flagLine(flags: RequestReading['flags']): Line[] {
  return flags.length === 0 ? [] : [['お知らせ', flags.map((flag) => FLAG_WORDS[flag]).join('、')]];
}

function replyLines({ reply }: Explanation): Line[] {
  if (reply === null) return [];
  const { judgement, reading } = reply;
  const evidence = words(reading.span, reply.text) || reading.because;
  const meaning = INTENT_WORDS[judgement];
  return [
    ['返信の意味', evidence === '' ? meaning : `${meaning}　←${evidence}`],
    ...flagLine(reading.flags),
  ];
}

function doubtLines({ written, mail, threadSign, speaker }: Explanation): Line[] {
  const unsure = written.certain ? [] : ['引用と新しい文の切れ目が、確かではありません。'];
  const answers = threadSign !== null && (!written.certain || speaker === 'machine');
  const notes = [
    ...unsure,
    ...(answers ? [BOT_KNOWS_MORE] : []),
    ...mail.message.doubts.map((doubt) => `${doubtInJapanese(doubt)}。`),
  ];
  return [...new Set(notes)].map((text) => ['ご注意', text]);
}

/** The line of the text in which a value stands, quoted and shortened around it. */
function words(span: Span | null, text: string): string {
  if (span === null) return '';
  const from = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  const line = text.slice(from, end < 0 ? text.length : end).trim();
  const value = text.slice(span.start, span.end).trim();
  const quoted = line.length <= MAX_QUOTED ? line : value;
  return `「${quoted.replace(/\s*\n\s*/g, ' ／ ')}」`;
}

function textLines(text: string): string {
  if (text === '') return '（新しく書かれた文はありません）';
  const lines = text.split('\n');
  const kept = lines.slice(0, MAX_TEXT_LINES);
  return [...kept, ...(lines.length > kept.length ? ['（以下は省略）'] : [])].join('\n');
}

function labelled(label: string, value: string): string {
  const indent = `\n　${'　'.repeat(LABEL_WIDTH)}`;
  return `　${label.padEnd(LABEL_WIDTH, '　')}${value.replaceAll('\n', indent)}`;
}

/** Without control signs and without marks that turn the direction of writing. */
function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
}
