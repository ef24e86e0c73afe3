/**
 * A relay between the bot and the played world that can be told to fail at any stage. What it
 * takes it hands on to the world's mailboxes; addresses without a mailbox are taken and kept.
 */
import type { DemoServers } from '../../src/demo/mail-server.ts';
import { startPoster } from '../../src/demo/post.ts';
import {
  type SmtpFault,
  type SmtpStage,
  type SubmittedMail,
  startSmtpServer,
} from '../../src/demo/smtp-server.ts';

export interface PlayedRelay {
  readonly port: number;
  /** Every mail that was taken, in order, also those whose acknowledgement got lost. */
  readonly taken: SubmittedMail[];
  /** From now on every mail meets this fault at this stage; with `only`, those at that address. */
  failAt(stage: SmtpStage, fault: SmtpFault, only?: string): void;
  heal(): void;
  stop(): Promise<void>;
}

/** Starts a healthy relay; `servers` may come later, at the latest with the first mail. */
export async function startPlayedRelay(servers: DemoServers): Promise<PlayedRelay> {
  const poster = await startPoster(servers.smtp.port);
  const taken: SubmittedMail[] = [];
  const faults = new Map<SmtpStage, { fault: SmtpFault; only?: string }>();
  const server = await startSmtpServer({
    onMail: async (mail) => {
      taken.push(mail);
      for (const rcptTo of mail.rcptTo) {
        const source = mail.source.toString('utf8');
        const handedOn = poster.post({ mailFrom: mail.mailFrom, rcptTo, source });
        await handedOn.catch(() => poster.reset());
      }
    },
    faultAt: (stage, address) => {
      const planned = faults.get(stage);
      if (planned?.only !== undefined && planned.only !== address) return null;
      return planned?.fault ?? null;
    },
  });
  return {
    port: server.port,
    taken,
    failAt: (stage, fault, only) => {
      faults.set(stage, only === undefined ? { fault } : { fault, only });
      if (stage === 'connect') server.dropSessions();
    },
    heal: () => faults.clear(),
    stop: async () => {
      poster.close();
      await server.stop();
    },
  };
}
