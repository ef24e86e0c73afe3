/**
 * The door to the relay: the only file that imports nodemailer, whose types do not leave it.
 * Sends one mail to one recipient over pooled connections and says what became of it. Never
 * retries a mail that may have been taken: the outbox decides about that.
 */
import { createRequire } from 'node:module';
import { isLoopback } from '../config/fields.ts';
import type { OutboundMessage } from '../domain/outbound.ts';
import { wireAddress } from './address.ts';
import { mailOptions } from './mail-options.ts';
import { type DeliveryOutcome, oneLine, outcomeOf, refusedHere } from './outcome.ts';
import { SMTP_TIMEOUTS, type SmtpSettings, type SmtpTimeouts } from './settings.ts';
import { failureOf, NoToken, RelayTrouble, troubleOf } from './trouble.ts';

/** As CommonJS: its other form loads node:http with all of fetch, 5 MB that nothing here uses. */
const { createTransport } = createRequire(import.meta.url)(
  'nodemailer',
) as typeof import('nodemailer');

/** A relay that may be used by many at once; more mails than connections wait their turn. */
export interface Relay {
  /** Never throws for what the relay or the network does: that is the outcome. */
  send(mail: OutboundMessage): Promise<DeliveryOutcome>;
  /** Connects and logs in, sends nothing. Throws RelayTrouble. */
  verify(): Promise<void>;
  /** Lets deliveries end for a short while, then closes; nothing is sent again by it. */
  close(): Promise<void>;
}

/** Opens no connection yet. Throws RelayTrouble where the settings would send secrets in clear. */
export function openRelay(settings: SmtpSettings): Relay {
  if (settings.tls === 'none' && !isLoopback(settings.host)) {
    throw new RelayTrouble(
      'unreachable',
      'smtp.tls',
      `smtp.tls: "none" would send mail in clear to ${settings.host}; it is allowed for this machine only. Use "implicit" or "starttls".`,
    );
  }
  const envelopeFrom = wireAddress(settings.envelopeFrom);
  if (envelopeFrom === null) {
    throw new RelayTrouble(
      'unreachable',
      'smtp.envelopeFrom',
      `smtp.envelopeFrom: "${settings.envelopeFrom}" is not the address of one mailbox.`,
    );
  }
  return new PooledRelay(settings, envelopeFrom);
}

/** The bytes of a mail as a relay gets them, to be kept as a file; nothing is sent. */
export async function mailSource(mail: OutboundMessage): Promise<Buffer> {
  const recipient = wireAddress(mail.to.address) ?? mail.to.address;
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail(mailOptions(mail, recipient, mail.from.address));
  if (!Buffer.isBuffer(message)) throw new Error('the composed mail is not in memory');
  return message;
}

/** One try under way. */
interface Try {
  recipient: string;
  /** Whether the connection has taken a byte of the mail; the package's own body stream tells. */
  begun: () => boolean;
}

/** Reason given for a connection that the pool lost before anything of the mail was sent. */
const STALE = 'Reached maximum number of retries after connection was closed';

class PooledRelay implements Relay {
  readonly #settings: SmtpSettings;
  readonly #timeouts: SmtpTimeouts;
  readonly #envelopeFrom: string;
  readonly #pool: ReturnType<typeof newPool>;
  /** By Message-ID; a mail is tried once at a time. */
  readonly #expected = new Map<string, Try>();
  #underWay = 0;
  /** The relay refused the last access token; the next login asks for a new one. */
  #renewToken = false;
  #closing = false;

  constructor(settings: SmtpSettings, envelopeFrom: string) {
    this.#settings = settings;
    this.#timeouts = { ...SMTP_TIMEOUTS, ...settings.timeouts };
    this.#envelopeFrom = envelopeFrom;
    this.#pool = newPool(settings, this.#timeouts, () => this.#renewToken);
    this.#pool.on('error', () => undefined);
    // Last station before the wire: one recipient and no other, and the body under watch.
    this.#pool.use('stream', ({ data, message: prepared }, done) => {
      const { to } = prepared.getEnvelope();
      const expected = this.#expected.get(String(data.messageId));
      if (
        expected === undefined ||
        [to].flat().length !== 1 ||
        [to].flat()[0] !== expected.recipient
      ) {
        const message = `the envelope would not go to exactly the one recipient (${String(to)})`;
        done(Object.assign(new Error(message), { code: 'EENVELOPE', command: 'API' }));
        return;
      }
      const create = prepared.createReadStream.bind(prepared);
      prepared.createReadStream = (options) => {
        const body = create(options);
        expected.begun = () => body.readableDidRead;
        return body;
      };
      done();
    });
  }

  async send(mail: OutboundMessage): Promise<DeliveryOutcome> {
    const recipient = wireAddress(mail.to.address);
    if (recipient === null)
      return refusedHere('recipient', 'not the address of exactly one mailbox');
    if (this.#closing)
      return { kind: 'unreachable', reason: 'the program is ending', setting: 'smtp.host' };
    this.#underWay += 1;
    try {
      const first = await this.#try(mail, recipient);
      if (this.#closing) return first;
      // A pooled connection that the server had closed meanwhile: nothing was sent, one try more.
      if (first.kind === 'unreachable' && first.reason === STALE) {
        return await this.#try(mail, recipient);
      }
      this.#renewToken = first.kind === 'login' && typeof this.#settings.password === 'function';
      if (!this.#renewToken) return first;
      const second = await this.#try(mail, recipient);
      this.#renewToken = second.kind === 'login';
      return second;
    } finally {
      this.#underWay -= 1;
    }
  }

  async verify(): Promise<void> {
    try {
      await this.#pool.verify();
    } catch (error) {
      throw troubleOf(failureOf(error, false), this.#settings);
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#pool.close();
    const until = performance.now() + this.#timeouts.closeMs;
    while (this.#underWay > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.#pool.close({ force: true });
  }

  async #try(mail: OutboundMessage, recipient: string): Promise<DeliveryOutcome> {
    const attempt: Try = { recipient, begun: () => false };
    this.#expected.set(mail.messageId, attempt);
    try {
      const sent = await this.#pool.sendMail(mailOptions(mail, recipient, this.#envelopeFrom));
      const replyCode = Number.parseInt(sent.response, 10);
      return { kind: 'accepted', replyCode, response: oneLine(sent.response) };
    } catch (error) {
      return outcomeOf(failureOf(error, attempt.begun()));
    } finally {
      this.#expected.delete(mail.messageId);
    }
  }
}

function newPool(settings: SmtpSettings, timeouts: SmtpTimeouts, renewToken: () => boolean) {
  const { host, port, user, password } = settings;
  const oauth = typeof password === 'function';
  const login = oauth
    ? { type: 'OAuth2' as const, user: user ?? '' }
    : { user: user ?? '', pass: password ?? '' };
  const pool = createTransport({
    pool: true,
    host,
    port,
    secure: settings.tls === 'implicit',
    requireTLS: settings.tls === 'starttls',
    ignoreTLS: settings.tls === 'none',
    ...(user === null ? {} : { auth: login, forceAuth: true }),
    tls: {
      rejectUnauthorized: !isLoopback(host),
      minVersion: 'TLSv1.2',
      ...(settings.certificateAuthority ? { ca: settings.certificateAuthority } : {}),
    },
    maxConnections: settings.maxConnections,
    // Whether a mail is sent again is our decision alone: the pool must never requeue one.
    maxRequeues: 0,
    maxMessages: 1_000,
    idleTimeout: timeouts.idleMs,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  if (oauth) {
    // An expiry in the past makes the package ask again at every login.
    pool.set('oauth2_provision_cb', (_user, renew, done) => {
      password({ renew: renew || renewToken() }).then(
        (result) =>
          'trouble' in result
            ? done(new NoToken(result.trouble))
            : done(null, result.accessToken, 1),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    });
  }
  return pool;
}
