import { describe, expect, it } from 'vitest';
import { outcomeOf, type SmtpFailure } from '../../src/smtp/outcome.ts';

const failure = (known: Partial<SmtpFailure>): SmtpFailure => ({
  code: 'EENVELOPE',
  command: 'RCPT TO',
  replyCode: null,
  response: '',
  message: 'failed',
  bodyBegun: false,
  ...known,
});

describe('a reply of the relay', () => {
  it.each<[string, Partial<SmtpFailure>, object]>([
    [
      'full mailbox',
      { replyCode: 452, response: '452 4.2.2 full' },
      { kind: 'deferred', enhancedStatusCode: '4.2.2' },
    ],
    [
      'unknown user',
      { replyCode: 550, response: '550 5.1.1 no' },
      { kind: 'refused', scope: 'recipient', enhancedStatusCode: '5.1.1' },
    ],
    [
      'unknown user without a status code',
      { replyCode: 550, response: '550 5.1.1x' },
      { kind: 'refused', scope: 'recipient' },
    ],
    [
      'sender refused',
      { command: 'MAIL FROM', replyCode: 553, response: '553 no' },
      { kind: 'refused', scope: 'connection', enhancedStatusCode: null },
    ],
    [
      'too large',
      { command: 'MAIL FROM', replyCode: 552, response: '552 5.3.4 big' },
      { kind: 'refused', scope: 'message' },
    ],
    [
      'login wanted',
      { command: 'MAIL FROM', replyCode: 530, response: '530 5.7.0 login' },
      { kind: 'refused', scope: 'connection' },
    ],
    [
      'spam',
      {
        code: 'EMESSAGE',
        command: 'DATA',
        bodyBegun: true,
        replyCode: 554,
        response: '554 5.7.1 spam',
      },
      { kind: 'refused', scope: 'message' },
    ],
    [
      'later, after the mail',
      { code: 'EMESSAGE', command: 'DATA', bodyBegun: true, replyCode: 451, response: '451 4.3.0' },
      { kind: 'deferred', replyCode: 451 },
    ],
    [
      'out of step',
      { command: 'DATA', replyCode: 503, response: '503 5.5.1' },
      { kind: 'deferred', replyCode: 503 },
    ],
    [
      'closing before the mail',
      { command: 'RCPT TO', replyCode: 421, response: '421 4.3.2 bye' },
      { kind: 'unreachable' },
    ],
    [
      'closing after the mail',
      { code: 'EMESSAGE', command: 'DATA', bodyBegun: true, replyCode: 421, response: '421 bye' },
      { kind: 'deferred', replyCode: 421 },
    ],
    [
      'no service',
      { code: 'EPROTOCOL', command: 'CONN', replyCode: 554, response: '554 no' },
      { kind: 'unreachable' },
    ],
    [
      'wrong password',
      { code: 'EAUTH', command: 'AUTH PLAIN', replyCode: 535, response: '535 5.7.8 no' },
      { kind: 'login', setting: 'smtp.password' },
    ],
    [
      'no login possible now',
      { code: 'EAUTH', command: 'AUTH PLAIN', replyCode: 454, response: '454 4.7.0' },
      { kind: 'login' },
    ],
  ])('%s', (_name, known, outcome) => {
    expect(outcomeOf(failure(known))).toMatchObject(outcome);
  });
});

describe('a failure without a reply', () => {
  it.each<[string, Partial<SmtpFailure>, object]>([
    [
      'drop before the mail',
      { code: 'ECONNECTION', command: 'CONN' },
      { kind: 'unreachable', setting: 'smtp.port' },
    ],
    [
      'drop in the mail',
      { code: 'ECONNECTION', command: 'CONN', bodyBegun: true },
      { kind: 'unknown' },
    ],
    [
      'silence after the mail',
      { code: 'ETIMEDOUT', command: 'CONN', bodyBegun: true },
      { kind: 'unknown' },
    ],
    [
      'anything else after the mail',
      { code: '', command: '', bodyBegun: true },
      { kind: 'unknown' },
    ],
    ['anything else before it', { code: '', command: '' }, { kind: 'unreachable' }],
    [
      'no such host',
      { code: 'EDNS', command: 'CONN' },
      { kind: 'unreachable', setting: 'smtp.host' },
    ],
    [
      'bad certificate',
      { code: 'ESOCKET', message: 'self-signed certificate' },
      { kind: 'unreachable', setting: 'smtp.certificateAuthority' },
    ],
    [
      'certificate that has ended',
      { code: 'ESOCKET', message: 'certificate has expired' },
      { kind: 'unreachable', setting: 'smtp.host' },
    ],
    [
      'certificate of another name',
      {
        code: 'ESOCKET',
        message: "Hostname/IP does not match certificate's altnames: Host: a. is not in the cert",
      },
      { kind: 'unreachable', setting: 'smtp.host' },
    ],
    [
      'TLS that fails',
      { code: 'ETLS', command: 'STARTTLS' },
      { kind: 'unreachable', setting: 'smtp.tls' },
    ],
    [
      'address that cannot be sent',
      { code: 'EENVELOPE', command: 'API' },
      { kind: 'refused', replyCode: null, scope: 'recipient' },
    ],
    [
      'too large for what the relay announced',
      { code: 'EMESSAGE', command: 'MAIL FROM' },
      { kind: 'refused', scope: 'message' },
    ],
    ['no token', { code: 'EOAUTH2' }, { kind: 'login' }],
  ])('%s', (_name, known, outcome) => {
    expect(outcomeOf(failure(known))).toMatchObject(outcome);
  });

  it('never counts as accepted, and says it in one bounded line', () => {
    const outcome = outcomeOf(failure({ response: `4${'x\r\n'.repeat(900)}`, bodyBegun: true }));
    expect(outcome.kind).not.toBe('accepted');
    const said = 'reason' in outcome ? outcome.reason : '';
    expect(said).not.toMatch(/[\r\n]/);
    expect(said.length).toBeLessThanOrEqual(300);
  });
});
