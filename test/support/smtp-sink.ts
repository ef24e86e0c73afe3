/**
 * An SMTP server for tests that keeps what it takes, with the instant of acceptance, and can be
 * told to fail at any stage. Never sends anything on.
 */
import {
  type RunningSmtpServer,
  type SmtpFault,
  type SmtpStage,
  type SubmittedMail,
  startSmtpServer,
} from '../../src/demo/smtp-server.ts';

/** A mail in the sink. */
export interface SunkMail extends SubmittedMail {
  /** performance.now() in milliseconds when the mail was complete. */
  acceptedAtMs: number;
  /** The source as text (UTF-8). */
  text: string;
}

/** A running sink. */
export interface SmtpSink {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly mails: SunkMail[];
  /** Faults by stage; those not named go on. `times` counts down, missing: for ever. */
  failAt(stage: SmtpStage, fault: SmtpFault, times?: number): void;
  heal(): void;
  /** Resolves when `count` mails lie in the sink. */
  until(count: number, timeoutMs?: number): Promise<SunkMail[]>;
  readonly server: RunningSmtpServer;
  stop(): Promise<void>;
}

/** Starts an empty sink. */
export async function startSmtpSink(
  options: {
    users?: Record<string, string>;
    tls?: { key: string; cert: string; implicit: boolean };
  } = {},
): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const faults = new Map<SmtpStage, { fault: SmtpFault; left: number }>();
  const waiting = new Set<() => void>();
  const server = await startSmtpServer({
    ...options,
    onMail: (mail) => {
      mails.push({ ...mail, acceptedAtMs: performance.now(), text: mail.source.toString('utf8') });
      for (const look of waiting) look();
    },
    faultAt: (stage) => {
      const planned = faults.get(stage);
      if (planned === undefined || planned.left <= 0) return null;
      planned.left -= 1;
      return planned.fault;
    },
  });
  return {
    host: server.host,
    port: server.port,
    mails,
    server,
    failAt: (stage, fault, times = Number.POSITIVE_INFINITY) => {
      faults.set(stage, { fault, left: times });
    },
    heal: () => faults.clear(),
    until: (count, timeoutMs = 10_000) => untilCount(mails, waiting, { count, timeoutMs }),
    stop: () => server.stop(),
  };
}

async function untilCount(
  mails: SunkMail[],
  waiting: Set<() => void>,
  wanted: { count: number; timeoutMs: number },
): Promise<SunkMail[]> {
  const { promise, resolve, reject } = Promise.withResolvers<SunkMail[]>();
  const look = () => {
    if (mails.length >= wanted.count) resolve(mails);
  };
  const timer = setTimeout(
    () => reject(new Error(`only ${mails.length} of ${wanted.count} mails came`)),
    wanted.timeoutMs,
  );
  waiting.add(look);
  look();
  return promise.finally(() => {
    clearTimeout(timer);
    waiting.delete(look);
  });
}
