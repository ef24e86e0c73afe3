import { describe, expect, it } from 'vitest';
import {
  type ForwardContext,
  forwardedPart,
  splitForward,
} from '../../../src/message/forwarded.ts';
import type { InboundMessage } from '../../../src/message/types.ts';
import { marked } from '../reply-text/clients.ts';
import { FORWARDERS } from './forwards.ts';

const COUNSELOR = { name: '黒木 窓口', address: 'kuroki@example.go.jp' };
const BOT = { name: 'オンライン相談', address: 'online@example.go.jp' };
const STAFF_FORWARD: ForwardContext = {
  subject: 'FW: オンライン相談希望',
  from: [COUNSELOR],
  to: [BOT],
  answers: false,
};

const REQUEST =
  'お世話になります。\n\n氏名：外山 美咲\n求職番号：45010-11000001\n希望日時：12月3日 10:00\n電話：090-1111-2222\n相談内容：転職';
const COMMENT = '総合窓口に届いたメールです。よろしくお願いします。';
const STAFF_SIGNATURE =
  '━━━━━━━━━━━━\nハローワーク小林　窓口\n黒木 窓口\nTEL 0984-23-0000\nkuroki@example.go.jp\n━━━━━━━━━━━━';

const squeezed = (text: string) => text.replace(/\n{2,}/g, '\n').trim();

describe('a mail that was sent on without a word', () => {
  const head = (name: string, address: string, subject: string) =>
    [
      '________________________________',
      `差出人: ${name} <${address}>`,
      '送信日時: 2026年11月24日 8:41',
      '宛先: 職業相談部門 <soudan@example.go.jp>',
      `件名: ${subject}`,
      '',
    ].join('\n');

  it('is found below the mail that only carries it, whatever that is called', () => {
    const carried = head('窓口', 'madoguchi@example.go.jp', '電話受付');
    const written = head('夜間受付', 'yakan@example.go.jp', '電話受付');
    const part = splitForward(['転送します', carried, written, REQUEST].join('\n'), STAFF_FORWARD);
    expect(part?.text).toBe(REQUEST);
    expect(part?.from?.address).toBe('yakan@example.go.jp');
  });

  it('is not looked for below an answer, which quotes', () => {
    const answer = head('外山 美咲', 'misaki@example.ne.jp', 'Re: オンライン相談のご案内');
    const ours = head('オンライン相談', 'online@example.go.jp', 'オンライン相談のご案内');
    const part = splitForward(['転送します', answer, ours, REQUEST].join('\n'), STAFF_FORWARD);
    expect(part?.from?.address).toBe('misaki@example.ne.jp');
  });
});

describe('a forward by any client', () => {
  it.each(FORWARDERS.map((forwarder) => [forwarder.name, forwarder] as const))(
    '%s',
    (_, forwarder) => {
      const part = splitForward(
        forwarder.build(`${COMMENT}\n\n${STAFF_SIGNATURE}`, REQUEST),
        STAFF_FORWARD,
      );
      expect(part?.comment).toBe(COMMENT);
      expect(squeezed(part?.text ?? '')).toBe(squeezed(REQUEST));
      expect(part?.subject).toBe('オンライン相談希望');
      expect(part?.date).toMatch(/2026/);
      expect(part?.from?.name).toBe('外山 美咲');
      expect(part?.from?.address).toBe(forwarder.printsAddress ? 'misaki@example.jp' : '');
      expect(part?.form).toBe('inline');
    },
  );

  it.each(FORWARDERS.map((forwarder) => [forwarder.name, forwarder] as const))(
    '%s: a forward of a forward comes down to the first writer',
    (_, forwarder) => {
      const inner = `お願いします。\n\n---------- Forwarded message ---------\nFrom: 外山 美咲 <first@example.jp>\nDate: 2026年11月22日\nSubject: 相談\nTo: a@example.go.jp\n\n${REQUEST}`;
      const part = splitForward(forwarder.build(COMMENT, inner), STAFF_FORWARD);
      expect(squeezed(part?.text ?? '')).toBe(squeezed(REQUEST));
      expect(part?.subject).toBe('相談');
      expect(part?.comment).toBe(COMMENT);
    },
  );

  it('goes deeper through Outlook blocks where the subject says that the mail was a forward', () => {
    const text = `頼みます\n\n差出人: 佐藤 <sato@example.go.jp>\n送信日時: 2026年11月24日 8:40\n宛先: 黒木 <kuroki@example.go.jp>\n件名: FW: 相談\n\n受付の佐藤です。転送します。\n\n差出人: 外山 美咲 <misaki@example.jp>\n送信日時: 2026年11月23日 21:08\n宛先: info@example.go.jp\n件名: 相談\n\n${REQUEST}`;
    const part = splitForward(text, STAFF_FORWARD);
    expect(part?.text).toBe(REQUEST);
    expect(part?.from?.address).toBe('misaki@example.jp');
    expect(part?.comment).toBe('頼みます');
    expect(part?.between).toBe('受付の佐藤です。転送します。');
  });

  it('keeps what a seeker adds when sending on a mail of her own', () => {
    const text = `転送\n\n差出人: 外山 <misaki@example.jp>\n送信日時: 2026年11月24日 8:40\n宛先: info@example.go.jp\n件名: FW: 相談\n\n再送します。日時は12月4日に変えてください。\n\n差出人: 外山 <misaki@example.jp>\n送信日時: 2026年11月23日 21:08\n宛先: infoo@example.go.jp\n件名: 相談\n\n${REQUEST}`;
    const part = splitForward(text, STAFF_FORWARD);
    expect(part?.text).toContain('日時は12月4日に変えてください。');
    expect(part?.text).toContain('求職番号：45010-11000001');
    expect(part?.between).toBe('');
  });

  it('leaves out what the forwarded mail itself quotes', () => {
    const text = `転送\n\n差出人: 外山 <misaki@example.jp>\n送信日時: 2026年11月24日 8:40\n宛先: info@example.go.jp\n件名: RE: ご案内\n\n12月4日の10時でお願いします。\n\n差出人: 窓口 <info@example.go.jp>\n送信日時: 2026年11月23日 9:00\n宛先: 外山\n件名: ご案内\n\n12月3日はいかがですか`;
    const part = splitForward(text, STAFF_FORWARD);
    expect(part?.text).toBe('12月4日の10時でお願いします。');
    expect(part?.from?.address).toBe('misaki@example.jp');
  });
});

describe('the header fields of the forwarded mail', () => {
  it('end at the blank line, so that a label of the request is no field', () => {
    const request = '日時：12月3日 10:00\n氏名：外山 美咲';
    const text = `---------- Forwarded message ---------\n差出人: 外山 <misaki@example.jp>\n件名: 相談\n\n${request}`;
    const part = splitForward(text, STAFF_FORWARD);
    expect(part?.text).toBe(request);
    expect(part?.date).toBeNull();
  });

  it('may be missing where a counselor sent an answer on under a forward prefix', () => {
    const text = `お願いします\n\n2026/11/23 21:08、外山 美咲 <misaki@example.jp>のメール:\n\n${marked(REQUEST)}`;
    const part = splitForward(text, STAFF_FORWARD);
    expect(part?.text).toBe(REQUEST);
    expect(part?.from?.address).toBe('misaki@example.jp');
    expect(part?.comment).toBe('お願いします');
  });
});

describe('what the forwarder writes', () => {
  it('is found below a marked forward', () => {
    const text = `Begin forwarded message:\n\n${marked(`From: 外山 <misaki@example.jp>\nDate: 2026年11月23日\nSubject: 相談\nTo: info@example.go.jp\n\n${REQUEST}`)}\n\n登録確認`;
    const part = splitForward(text, STAFF_FORWARD);
    expect(part?.comment).toBe('登録確認');
    expect(part?.text).toBe(REQUEST);
  });

  it('is found below an end line', () => {
    const text = `---- 転送ここから ----\n差出人: 外山 <misaki@example.jp>\n送信日時: 2026年11月23日\n宛先: info@example.go.jp\n件名: 相談\n\n${REQUEST}\n---- 転送ここまで ----\n登録確認`;
    const part = splitForward(text, STAFF_FORWARD);
    expect(part?.comment).toBe('登録確認');
    expect(part?.text).toBe(REQUEST);
  });

  it('never leaves his signature in the forwarded text', () => {
    const text = `---------- Forwarded message ---------\nFrom: 外山 <misaki@example.jp>\nDate: 2026年11月23日\nSubject: 相談\nTo: info@example.go.jp\n\n${REQUEST}\n\n${STAFF_SIGNATURE}`;
    const part = splitForward(text, STAFF_FORWARD);
    expect(part?.text).toBe(REQUEST);
    expect(part?.comment).toBe('');
  });

  it("keeps the first writer's own signature in the forwarded text", () => {
    const signed = `12/3 10時でお願いします\n\n-- \n外山 美咲\nTEL 090-1111-2222`;
    const text = `転送\n\n差出人: 外山 <misaki@example.jp>\n送信日時: 2026年11月23日\n宛先: info@example.go.jp\n件名: 相談\n\n${signed}`;
    expect(splitForward(text, STAFF_FORWARD)?.text).toContain('090-1111-2222');
  });
});

describe('what is no forward', () => {
  const quoted = (from: string, to: string) =>
    `登録確認\n\n差出人: ${from}\n送信日時: 2026年11月23日 9:00\n宛先: ${to}\n件名: 【ご判断ください】申込み\n\n氏名：外山 美咲`;
  const answer: ForwardContext = {
    ...STAFF_FORWARD,
    subject: 'RE: 【ご判断ください】申込み',
    answers: true,
  };

  it.each([
    [
      "a counselor's answer to our mail",
      quoted('オンライン相談 <online@example.go.jp>', '黒木 <kuroki@example.go.jp>'),
      answer,
    ],
    ['an answer whose block has names only', quoted('オンライン相談', '黒木'), answer],
    [
      'an answer with an attribution',
      `登録確認\n\n2026年11月23日(月) 9:00 オンライン相談 <online@example.go.jp>:\n\n> 氏名`,
      answer,
    ],
    [
      'a plain memo',
      '氏名：外山 美咲\n日時：12/3 10時\n件名：電話で受付',
      { ...STAFF_FORWARD, subject: 'メモ' },
    ],
    ['a memo under a forward prefix', '外山さん、12/3 10時希望', STAFF_FORWARD],
  ] as const)('%s', (_, text, context) => {
    expect(splitForward(text, context)).toBeNull();
  });
});

const message = (part: Partial<InboundMessage>): InboundMessage => ({
  messageId: '<m@example.jp>',
  inReplyTo: [],
  references: [],
  from: [COUNSELOR],
  sender: null,
  replyTo: [],
  to: [BOT],
  cc: [],
  returnPath: null,
  subject: 'FW: 相談',
  headers: [],
  contentType: { type: 'text/plain', parameters: {} },
  authentication: { dmarc: null, dkim: null, spf: null, passedFor: [] },
  text: '',
  html: null,
  parts: [],
  attached: [],
  doubts: [],
  ...part,
});

describe('an attached message', () => {
  const original = message({
    from: [{ name: '外山 美咲', address: 'misaki@example.jp' }],
    subject: '相談',
    text: REQUEST,
    headers: [{ name: 'date', value: 'Mon, 23 Nov 2026 21:08:00 +0900' }],
  });

  it('is the forwarded part, the body around it the comment', () => {
    const part = forwardedPart(
      message({ text: `添付の件です。\n\n${STAFF_SIGNATURE}`, attached: [original] }),
    );
    expect(part).toEqual({
      comment: '添付の件です。',
      between: '',
      subject: '相談',
      from: { name: '外山 美咲', address: 'misaki@example.jp' },
      date: 'Mon, 23 Nov 2026 21:08:00 +0900',
      text: REQUEST,
      form: 'attached',
    });
  });

  it('that was itself a forward comes down to the first writer', () => {
    const between = message({
      from: [{ name: '佐藤', address: 'sato@example.go.jp' }],
      subject: 'Fwd: 相談',
      attached: [original],
      text: '佐藤です',
    });
    const part = forwardedPart(message({ text: 'よろしく', attached: [between] }));
    expect(part?.text).toBe(REQUEST);
    expect(part?.from?.address).toBe('misaki@example.jp');
    expect(part?.comment).toBe('よろしく');
    expect(part?.form).toBe('attached');
  });

  it('is null where nothing is forwarded', () => {
    expect(forwardedPart(message({ subject: 'メモ', text: '電話で受付 12/3 10時' }))).toBeNull();
  });
});
