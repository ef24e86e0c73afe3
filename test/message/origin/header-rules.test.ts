import { describe, expect, it } from 'vitest';
import { judgeOrigin } from '../../../src/message/origin.ts';
import type { Origin } from '../../../src/message/types.ts';
import { aMail, aPart, type MailParts, OFFICE } from './a-mail.ts';

type Case = [what: string, mail: MailParts, origin: Origin, rule: string | null];

const report = (type: string) => ({
  type: 'multipart/report',
  parameters: { 'report-type': type },
});
const from = (address: string, name = '') => ({ from: [{ name, address }] });

const MACHINES: Case[] = [
  [
    'our own mail that comes back',
    { messageId: '<ours.1@office.example.jp>' },
    'own',
    'own-message-id',
  ],
  ['our own address as author', from('Booking@office.example.jp'), 'own', 'own-address'],
  [
    'a read receipt (RFC 8098)',
    { contentType: report('disposition-notification') },
    'read_receipt',
    'disposition-notification',
  ],
  [
    'a read receipt whose top level was rewritten',
    { parts: [aPart('message/disposition-notification', 'Disposition: …')] },
    'read_receipt',
    'disposition-notification',
  ],
  [
    'a read receipt in plain text',
    {
      subject: '開封済み: ご案内',
      text: 'あなたが 2026/11/24 に送信したメッセージは 2026/11/24 10:00 に開封されました。',
    },
    'read_receipt',
    'read-receipt-text',
  ],
  [
    'a calendar answer (RFC 6047)',
    { parts: [aPart('text/calendar', 'BEGIN:VCALENDAR\nMETHOD:REPLY\n')] },
    'calendar_reply',
    'imip-reply',
  ],
  [
    'a calendar answer as the only part',
    { contentType: { type: 'text/calendar', parameters: { method: 'COUNTER' } } },
    'calendar_reply',
    'imip-reply',
  ],
  [
    'an Exchange meeting answer in TNEF',
    { subject: '承諾: 面談', text: '', parts: [aPart('application/ms-tnef')] },
    'calendar_reply',
    'exchange-meeting-answer',
  ],
  [
    'Auto-Submitted: auto-replied (RFC 3834)',
    { headers: { 'Auto-Submitted': 'auto-replied; owner-email="a@b.jp"' } },
    'vacation',
    'auto-submitted-replied',
  ],
  ['X-Autoreply', { headers: { 'X-Autoreply': 'yes' } }, 'vacation', 'autoresponder-header'],
  ['X-Autorespond', { headers: { 'X-Autorespond': 'Re: x' } }, 'vacation', 'autoresponder-header'],
  [
    'X-Auto-Reply-From',
    { headers: { 'X-Auto-Reply-From': 'a@b.jp' } },
    'vacation',
    'autoresponder-header',
  ],
  [
    'Precedence: auto_reply',
    { headers: { Precedence: 'auto_reply' } },
    'vacation',
    'autoresponder-header',
  ],
  [
    'an Exchange absence rule of the author',
    { headers: { 'X-MS-Exchange-Inbox-Rules-Loop': 'hanako@docomo.ne.jp' } },
    'vacation',
    'exchange-inbox-rules-loop',
  ],
  [
    'an absence with a null Return-Path',
    { returnPath: '', headers: { 'Auto-Submitted': 'auto-replied' } },
    'vacation',
    'auto-submitted-replied',
  ],
  ['Outlook in Japanese', { subject: '自動応答: ご案内' }, 'vacation', 'vacation-subject'],
  [
    'Outlook in English, full-width colon',
    { subject: 'Automatic reply： ご案内' },
    'vacation',
    'vacation-subject',
  ],
  ['an absence in brackets', { subject: '【不在通知】Re: ご案内' }, 'vacation', 'vacation-subject'],
  [
    'a delivery report that says auto-replied',
    { contentType: report('delivery-status'), headers: { 'Auto-Submitted': 'auto-replied' } },
    'bounce',
    'delivery-status-report',
  ],
  [
    'Exim',
    { headers: { 'X-Failed-Recipients': 'a@b.jp', 'Auto-Submitted': 'auto-replied' } },
    'bounce',
    'mail-system-author',
  ],
  ['the mail system as author', from('MAILER-DAEMON@example.jp'), 'bounce', 'mail-system-author'],
  [
    'a null sender and the subject of a notice',
    { returnPath: '', subject: 'メールエラー通知' },
    'bounce',
    'delivery-notice-subject',
  ],
  [
    'an abuse report (RFC 5965)',
    { contentType: report('feedback-report') },
    'feedback_report',
    'feedback-report',
  ],
  [
    'a mailing list (RFC 2919)',
    { headers: { 'List-Id': '<ml.example.jp>' } },
    'bulk',
    'list-header',
  ],
  [
    'a newsletter',
    { headers: { 'List-Unsubscribe': '<https://example.jp/u>' }, text: '今週の求人情報' },
    'bulk',
    'unsubscribe-header',
  ],
  ['Precedence: bulk', { headers: { Precedence: 'bulk' } }, 'bulk', 'precedence'],
  [
    'Auto-Submitted: auto-generated',
    { headers: { 'Auto-Submitted': 'auto-generated' } },
    'bulk',
    'auto-submitted-generated',
  ],
  ['a no-reply mailbox', from('no-reply@example.jp'), 'bulk', 'no-reply-mailbox'],
  ['a no-reply mailbox with a prefix', from('jobs-noreply@example.jp'), 'bulk', 'no-reply-mailbox'],
  [
    'a no-reply Reply-To',
    { replyTo: [{ name: '', address: 'donotreply@example.jp' }] },
    'bulk',
    'no-reply-mailbox',
  ],
  ['Feedback-ID', { headers: { 'Feedback-ID': '1:2:3:x' } }, 'bulk', 'service-header'],
  [
    'TMDA',
    { headers: { 'X-TMDA-Confirm': '1', 'Auto-Submitted': 'auto-replied' } },
    'challenge',
    'challenge-header',
  ],
  [
    'a challenge in words',
    {
      subject: '確認のお願い',
      text: '迷惑メール対策のため、送信者の確認を行っています。下記のURLをクリックしてください。',
    },
    'challenge',
    'challenge-text',
  ],
  [
    'a notice in another language that returns our mail',
    {
      returnPath: '',
      subject: 'Kunde inte levereras',
      text: 'Din e-post kom inte fram.\n\nReceived: from x\nMessage-ID: <ours.1@office.example.jp>\nFrom: a\nTo: b\nSubject: c',
    },
    'bounce',
    'returned-mail',
  ],
  [
    'a help desk that asks to answer above a line',
    {
      subject: 'Request received',
      text: '##- Please type your reply above this line -##\n\nYour request (12) has been received and is being reviewed.',
    },
    'acknowledgement',
    'acknowledgement-text',
  ],
  [
    'a null Return-Path alone (RFC 5321 4.5.5)',
    { returnPath: '' },
    'acknowledgement',
    'null-return-path',
  ],
];

const PEOPLE: [what: string, mail: MailParts][] = [
  [
    'a person behind the office mailbox run as a group',
    { sender: { name: '', address: 'booking@office.example.jp' } },
  ],
  [
    'an answer over the mail of a help desk',
    {
      subject: 'Re: ticket',
      text: 'It works now, thanks.\n\n##- Please type your reply above this line -##\n\nThank you for contacting us. Your request (12) has been received.',
    },
  ],
  [
    'an answer over the footer of a forum',
    {
      subject: 'Re: topic',
      text: 'Sounds good.\n\nTo unsubscribe from these emails, click here https://x.example',
    },
  ],
  ['an ordinary reply', {}],
  ['X-Auto-Response-Suppress alone', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
  ['Auto-Submitted: no', { headers: { 'Auto-Submitted': 'no' } }],
  ['a mailbox with "auto" in its name', from('auto-tanaka@example.jp')],
  ['a mailbox with "reply" in its name', from('reply.tanaka@example.jp')],
  ['X-Autoreply: no', { headers: { 'X-Autoreply': 'no' } }],
  ['a redirection by CommuniGate', { headers: { 'X-Autogenerated': 'Mirror' } }],
  [
    'a person whose mail an Exchange rule passed on',
    { headers: { 'X-MS-Exchange-Inbox-Rules-Loop': 'info@company.example.jp' } },
  ],
  [
    'a person who asks for a receipt',
    { headers: { 'Disposition-Notification-To': 'hanako@docomo.ne.jp' } },
  ],
  ['Precedence: normal', { headers: { Precedence: 'normal' } }],
  [
    'a person behind the office mailbox run as a list',
    {
      headers: {
        'List-Id': '<booking.office.example.jp>',
        'List-Unsubscribe': '<mailto:x@y.jp>',
        Precedence: 'list',
      },
    },
  ],
  [
    'a short yes through a forwarding service',
    { headers: { 'List-Unsubscribe': '<mailto:x@y.jp>' }, text: '承知しました。' },
  ],
  [
    'an invitation sent along',
    { parts: [aPart('text/calendar', 'BEGIN:VCALENDAR\nMETHOD:REQUEST\n', 'a.ics')] },
  ],
  ["an answer to a robot's subject", { subject: 'Re: 自動応答: ご案内', text: '了解です' }],
  [
    'a counselor who forwards a bounce',
    {
      subject: 'FW: Undelivered Mail Returned to Sender',
      text: '戻ってきました。\n\n-----Original Message-----\nFrom: MAILER-DAEMON@example.jp\nSubject: Undelivered\n\nThis is the mail system at host x.\n\nYour message could not be delivered.',
    },
  ],
  ['postmaster as a person', { ...from('postmaster@example.jp'), text: '参加します。' }],
  ['a reply with an attached message', { parts: [aPart('message/rfc822', null, 'x.eml')] }],
];

describe('machine or person by headers', () => {
  it.each(MACHINES)('%s is a machine', (_, mail, origin, rule) => {
    expect(judgeOrigin(aMail(mail), OFFICE)).toMatchObject({ origin, rule });
  });

  it.each(MACHINES)('%s names its evidence', (_, mail) => {
    expect(judgeOrigin(aMail(mail), OFFICE).evidence).not.toBe('');
  });

  it.each(PEOPLE)('%s is a person', (_, mail) => {
    expect(judgeOrigin(aMail(mail), OFFICE)).toEqual({
      origin: 'person',
      rule: null,
      evidence: '',
    });
  });
});
