import { describe, expect, it } from 'vitest';
import { bounceAdvice } from '../../../src/message/bounce/advice.ts';
import { readBounce } from '../../../src/message/bounce.ts';
import { judgeOrigin } from '../../../src/message/origin.ts';
import { aMail, OFFICE } from '../origin/a-mail.ts';

type Row = [
  system: string,
  from: string,
  subject: string,
  text: string,
  report: string,
  advice: string,
];

const R =
  '\nReceived: from x\nMessage-ID: <ours.7@o.jp>\nFrom: booking@office.example.jp\nTo: hanako@mail.example.jp\nSubject: t\n\nbody';
const MAIL_SYSTEMS: readonly Row[] = [
  [
    'Domino',
    'Mail Router <MAILER@notes.example.jp>',
    'DELIVERY FAILURE: User hanako (hanako@mail.example.jp) not listed in public Name & Address Book',
    'Your message\n\n  Subject: t\n\nwas not delivered to:\n\n  hanako@mail.example.jp\n\nbecause:\n\n  User hanako (hanako@mail.example.jp) not listed in public Name & Address Book\n',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'IMail',
    'Postmaster <postmaster@mail.example.jp>',
    'Undeliverable Mail',
    `Unknown user: hanako@mail.example.jp\n\n\nOriginal message follows.\n${R}`,
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'OpenSMTPD',
    'Mailer Daemon <MAILER-DAEMON@mail.example.jp>',
    'Delivery status notification',
    '    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.\n\n    An error has occurred while attempting to deliver a message for\n    the following list of recipients:\n\nhanako@mail.example.jp: Invalid recipient: hanako@mail.example.jp\n\n    Below is a copy of the original message:\n' +
      R,
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'MailMarshal',
    'postmaster@mm.example.jp',
    'Undeliverable Mail: "t"',
    'Your message:\n   From:    booking@office.example.jp\n   Subject: t\nCould not be delivered because of\n\n550 5.1.1 User unknown\n\nThe following recipients were affected:\n    hanako@mail.example.jp\n\nAdditional Information\n======================\nOriginal Sender:    <booking@office.example.jp>\n',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'InterScan',
    'InterScan MSS <root@ims.example.jp>',
    'Mail could not be delivered',
    'Sent >>> RCPT TO: <hanako@mail.example.jp>\nReceived <<< 550 5.1.1 user unknown\n\nUnable to deliver message to <hanako@mail.example.jp>\n',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'SurfControl',
    'Postmaster <postmaster@sc.example.jp>',
    'Message could not be delivered',
    'Your message could not be sent.\nA transcript of the attempts to send the message follows.\nThe number of attempts made: 1\nAddressed To: hanako@mail.example.jp\n\nThu 29 Apr 2010 23:34:45 +0900\nFailed to send to identified host,\nhanako@mail.example.jp: [192.0.2.5], 550 Invalid recipient hanako@mail.example.jp\n--- Message non-deliverable.\n',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'James',
    'postmaster@james.example.jp',
    '[BOUNCE] t',
    "Hi. This is the James mail server at james.example.jp.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\nMessage details:\n  Subject: t\n  MAIL FROM: booking@office.example.jp\n  RCPT TO: hanako@mail.example.jp\n\nError message below:\n550 - Requested action not taken: no such user here\n",
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'Communigate',
    'MAILER-DAEMON@cgp.example.jp',
    'Undeliverable mail: t',
    "Failed to deliver to 'hanako@mail.example.jp'\nSMTP module(domain mail.example.jp) reports:\n host mail.example.jp says:\n 550 user unknown\n",
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'Zoho',
    'mailer-daemon@mail.zoho.com',
    'Undelivered Mail Returned to Sender',
    'This message was created automatically by mail delivery software.\n A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. \n\nhanako@mail.example.jp Invalid recipient: 550, ERROR_CODE :550, ERROR_CODE :5.1.1 <hanako@mail.example.jp>: Recipient address rejected: User unknown',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'Yandex',
    'mailer-daemon@yandex.ru',
    'Недоставленное сообщение',
    'This is the mail system at host yandex.ru.\n\n<hanako@mail.example.jp>: host mx[192.0.2.1] said: 550 5.1.1 User unknown\n',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'docomo new',
    'mailer-daemon@docomo.ne.jp',
    'Undelivered Mail Returned to Sender',
    'The following recipient(s) could not be reached:\n<hanako@docomo.ne.jp>\n550 Unknown user\n',
    'failed permanent hanako@docomo.ne.jp',
    'call_carrier_filter',
  ],
  [
    'au disabled',
    'Postmaster@ezweb.ne.jp',
    'Mail System Error - Returned Mail',
    `The user(s) account is disabled.\n\n<hanako@ezweb.ne.jp>: 550 user unknown\n${R}`,
    'failed permanent hanako@ezweb.ne.jp',
    'call_carrier_filter',
  ],
  [
    'au limited',
    'Postmaster@ezweb.ne.jp',
    'Mail System Error - Returned Mail',
    `The user(s) account is temporarily limited.\n\n<hanako@ezweb.ne.jp>\n${R}`,
    'failed transient hanako@ezweb.ne.jp',
    'call_try_again',
  ],
  [
    'au not',
    'Postmaster@ezweb.ne.jp',
    'Mail System Error - Returned Mail',
    `The following recipients did not receive this message:\n    <hanako@ezweb.ne.jp>\n${R}`,
    'failed permanent hanako@ezweb.ne.jp',
    'call_carrier_filter',
  ],
  [
    'kddi attempted',
    'no-reply@dion.ne.jp',
    'Mail delivery error',
    'Your mail attempted to be delivered on Thu, 29 Apr 2010\nCould not be delivered to: <hanako@mail.example.jp>\nAs the remote domain doesnt exist.\n',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'O365 ja',
    'postmaster@outlook.com',
    '配信不能: t',
    "次の受信者またはグループへの配信に失敗しました。\n\nhanako@mail.example.jp\n入力したメール アドレスが見つかりませんでした。\nリモート サーバーから '550 5.1.10 RESOLVER.ADR.RecipientNotFound' が返されました",
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'gmail ja',
    'mailer-daemon@googlemail.com',
    'Delivery Status Notification (Failure)',
    '** アドレス不明 **\n\nアドレス不明のため、メールは hanako@mail.example.jp に配信されませんでした。入力ミスや不要なスペースがないことを確認してから、もう一度送信してみてください。\n\nリモート サーバーからの応答:\n550 5.1.1 The email account that you tried to reach does not exist.',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'gmail delay ja',
    'mailer-daemon@googlemail.com',
    'Delivery Status Notification (Delay)',
    '** 配信不完了 **\n\nhanako@mail.example.jp 宛のメールの配信中に一時的な問題が発生しました。Gmail では、あと 46 時間再試行されます。配信が完全に失敗した場合は通知が届きます。',
    'delayed transient hanako@mail.example.jp',
    'nothing',
  ],
  [
    'ocn',
    'MAILER-DAEMON@ocn.ad.jp',
    'Undelivered Mail Returned to Sender',
    'このメールと共に返されているメールは一つ以上の宛先に対して配信できませんでした。\n\n<hanako@mail.example.jp>: host mx said: 550 5.1.1 Address rejected',
    'failed permanent hanako@mail.example.jp',
    'call_wrong_address',
  ],
  [
    'timeout',
    'MAILER-DAEMON@ocn.ad.jp',
    'Undelivered Mail Returned to Sender',
    'This is the mail system at host x.\n\n<hanako@mail.example.jp>: connect to mail.example.jp[192.0.2.1]:25: Connection timed out',
    'failed transient hanako@mail.example.jp',
    'call_try_again',
  ],
  [
    'exim retry',
    'Mailer-Daemon@x.jp',
    'Mail delivery failed: returning message to sender',
    'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  hanako@mail.example.jp\n    retry timeout exceeded\n',
    'failed transient hanako@mail.example.jp',
    'call_try_again',
  ],
  [
    'exim unroute',
    'Mailer-Daemon@x.jp',
    'Mail delivery failed: returning message to sender',
    'This message was created automatically by mail delivery software.\n\nThe following address(es) failed:\n\n  hanako@mail.exmaple.jp\n    Unrouteable address\n',
    'failed permanent hanako@mail.exmaple.jp',
    'call_wrong_address',
  ],
  [
    'exim delay',
    'Mailer-Daemon@x.jp',
    'Warning: message 1P1YNN-0003AD-Ga delayed 24 hours',
    'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on x.jp.\n\nThe address to which the message has not yet been delivered is:\n\n  hanako@mail.example.jp\n    Delay reason: connection timed out\n\nNo action is required on your part.',
    'delayed transient hanako@mail.example.jp',
    'nothing',
  ],
  [
    'delivered',
    'postmaster@mx.jp',
    'Successful Mail Delivery Report',
    'This is the mail system at host mx.jp.\n\nYour message was successfully delivered to the destination(s) listed below.\n\n<hanako@mail.example.jp>: delivery via mx: 250 OK',
    'delivered unknown hanako@mail.example.jp',
    'nothing',
  ],
];

describe('delivery notices of many mail systems, without a telling header', () => {
  it.each(MAIL_SYSTEMS)('%s from %s, "%s"', (_, from, subject, text, expected, advice) => {
    const address = /<([^>]*)>/.exec(from)?.[1] ?? from;
    const name = from.replace(/\s*<.*/, '');
    const mail = aMail({ from: [{ name, address }], returnPath: address, subject, text });
    const report = readBounce(mail);
    expect(judgeOrigin(mail, OFFICE).origin).toBe('bounce');
    expect(`${report?.action} ${report?.permanence} ${report?.finalRecipient}`).toBe(expected);
    expect(report && bounceAdvice(report).kind).toBe(advice);
  });
});
