import { describe, expect, it } from 'vitest';
import { readBounce } from '../../../src/message/bounce.ts';
import { judgeOrigin } from '../../../src/message/origin.ts';
import type { BounceReport } from '../../../src/message/types.ts';
import { aMail, type MailParts, OFFICE } from '../origin/a-mail.ts';

const RETURNED =
  'Received: from office.example.jp\nMessage-ID: <ours.7@office.example.jp>\nFrom: booking@office.example.jp\nTo: hanako@mail.example.jp\nSubject: test\n\n本文\n';

interface Notice {
  name: string;
  from: string;
  subject: string;
  text: string;
  report: Partial<BounceReport>;
}

const failed = { action: 'failed', finalRecipient: 'hanako@mail.example.jp' } as const;

const NOTICES: Notice[] = [
  {
    name: 'qmail',
    from: 'MAILER-DAEMON@mx.example.jp',
    subject: 'failure notice',
    text: `Hi. This is the qmail-send program at mx.example.jp.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<hanako@mail.example.jp>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n${RETURNED}`,
    report: { ...failed, permanence: 'permanent', enhancedStatusCode: '5.1.1' },
  },
  {
    name: 'Exim',
    from: 'Mailer-Daemon@mx.example.jp',
    subject: 'Mail delivery failed: returning message to sender',
    text: `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  hanako@mail.example.jp\n    host mx.mail.example.jp [192.0.2.1]: 550 no such user\n\n------ This is a copy of the message, including all the headers. ------\n\n${RETURNED}`,
    report: { ...failed, permanence: 'permanent', replyCode: 550 },
  },
  {
    name: 'Postfix without a report part',
    from: 'MAILER-DAEMON@mx.example.jp',
    subject: 'Undelivered Mail Returned to Sender',
    text: `This is the mail system at host mx.example.jp.\n\n<hanako@mail.example.jp>: host mx.mail.example.jp[192.0.2.1] said: 552 5.2.2\n    Mailbox full (in reply to RCPT TO command)\n\n${RETURNED}`,
    report: { ...failed, permanence: 'transient', enhancedStatusCode: '5.2.2', replyCode: 552 },
  },
  {
    name: 'sendmail warning',
    from: 'MAILER-DAEMON@mx.example.jp',
    subject: 'Warning: could not send message for past 4 hours',
    text: `    **      THIS IS A WARNING MESSAGE ONLY      **\n\n   ----- Transcript of session follows -----\n... while talking to mx.mail.example.jp.:\n<<< 421\n<hanako@mail.example.jp>... Deferred: 421\nWarning: message still undelivered after 4 hours\n\n${RETURNED}`,
    report: { action: 'delayed', permanence: 'transient', replyCode: 421 },
  },
  {
    name: 'Exchange 2003',
    from: 'postmaster@mail.example.jp',
    subject: 'Undeliverable: test',
    text: `Your message\n\n  To:      hanako@mail.example.jp\n  Subject: test\n\ndid not reach the following recipient(s):\n\nhanako@mail.example.jp on Tue, 24 Nov 2026 10:00:00 +0900\n    The recipient name is not recognized\n`,
    report: { ...failed, permanence: 'permanent' },
  },
  {
    name: 'au',
    from: 'Postmaster@ezweb.ne.jp',
    subject: 'Mail System Error - Returned Mail',
    text: `<hanako@ezweb.ne.jp>\n\nEach of the following recipients was rejected by a remote mail server.\n---------------------------------------------------\n${RETURNED}`,
    report: { action: 'failed', finalRecipient: 'hanako@ezweb.ne.jp', permanence: 'permanent' },
  },
  {
    name: 'KDDI, full mailbox',
    from: 'no-reply@example.dion.ne.jp',
    subject: 'メールエラー通知',
    text: `送信先のメールボックスが一杯のため、送信できませんでした。\n\nYour mail sent on: Tue, 24 Nov 2026 10:00:00 +0900\n     Could not be delivered to: <hanako@mail.example.jp>\n     As their mailbox is full.\n\n${RETURNED}`,
    report: { ...failed, permanence: 'transient' },
  },
  {
    name: 'biglobe',
    from: 'postmaster@biglobe.ne.jp',
    subject: 'Returned mail: User unknown',
    text: `   ----- The following addresses had delivery problems -----\nhanako@mail.example.jp\n\n   ----- Non-delivered information -----\nThe user does not exist.\n\n${RETURNED}`,
    report: { ...failed, permanence: 'permanent' },
  },
  {
    name: 'm-FILTER',
    from: '',
    subject: 'failure notice',
    text: `このメールは「m-FILTER」が自動的に生成して送信しています。\n以下のメールアドレスへの送信に失敗しました。\nhanako@mail.example.jp\n\n-------server message\n550 5.1.1 <hanako@mail.example.jp>: User unknown\n\n-------original message\n${RETURNED}`,
    report: { ...failed, permanence: 'permanent', enhancedStatusCode: '5.1.1', replyCode: 550 },
  },
  {
    name: 'Japanese provider in words only',
    from: 'postmaster@isp.example.jp',
    subject: 'メールが配信できませんでした',
    text: `お送りいただいたメールは、下記の宛先に配信できませんでした。\n\n宛先: hanako@mail.example.jp\n理由: 宛先のアドレスが存在しません\n\n${RETURNED}`,
    report: { ...failed, permanence: 'permanent' },
  },
  {
    name: 'Japanese success notice',
    from: 'postmaster@isp.example.jp',
    subject: '配信完了のお知らせ',
    text: `次の宛先への配信が完了しました。\nhanako@mail.example.jp\n\n${RETURNED}`,
    report: {
      action: 'delivered',
      permanence: 'unknown',
      finalRecipient: 'hanako@mail.example.jp',
    },
  },
];

const mailOf = ({ from, subject, text }: Notice): MailParts => ({
  from: [{ name: '', address: from }],
  returnPath: '',
  subject,
  text,
});

describe('delivery notices in plain text', () => {
  it.each(NOTICES.map((notice) => [notice.name, notice] as const))(
    '%s: what, whom and whether for good',
    (_, notice) => {
      expect(readBounce(aMail(mailOf(notice)))).toMatchObject(notice.report);
    },
  );

  it.each(
    NOTICES.filter(({ text }) => text.includes(RETURNED)).map(
      (notice) => [notice.name, notice] as const,
    ),
  )('%s: which mail of ours', (_, notice) => {
    expect(readBounce(aMail(mailOf(notice)))?.originalMessageId).toBe('<ours.7@office.example.jp>');
  });

  it.each(NOTICES.map((notice) => [notice.name, notice] as const))(
    '%s is a bounce',
    (_, notice) => {
      expect(judgeOrigin(aMail(mailOf(notice)), OFFICE).origin).toBe('bounce');
    },
  );

  it("a person's mail is no delivery notice", () => {
    expect(readBounce(aMail({ text: '参加します。' }))).toBeNull();
    expect(readBounce(aMail({ text: 'メールが送信できませんでしたと出ました。' }))).toBeNull();
  });

  it('names our mail by In-Reply-To where nothing is returned', () => {
    const mail = aMail({
      from: [{ name: '', address: 'MAILER-DAEMON@mx.example.jp' }],
      inReplyTo: ['<ours.9@office.example.jp>'],
      text: 'Delivery to the following recipient failed permanently:\n\n     hanako@mail.example.jp\n',
    });
    expect(readBounce(mail)).toMatchObject({
      originalMessageId: '<ours.9@office.example.jp>',
      finalRecipient: 'hanako@mail.example.jp',
    });
  });
});
