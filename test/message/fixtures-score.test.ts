import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBounce } from '../../src/message/bounce.ts';
import type { OriginContext } from '../../src/message/origin/judged-mail.ts';
import { judgeOrigin } from '../../src/message/origin.ts';
import { parseMessage } from '../../src/message/parse.ts';
import type { BounceReport, InboundMessage, OriginVerdict } from '../../src/message/types.ts';

/** Labelled mails: the given real ones beside the repository, and our own invented ones. */
interface Collection {
  name: string;
  folder: string;
  labels: string;
  /** The mail of ours to which the collection's replies belong, if it says. */
  ourText: string | null;
}

const SHARED = '../shared/fixtures';
const OWN = 'test/fixtures';
const OUR_TERMS_MAIL = `${OWN}/mail/our-terms-mail.txt`;
const COLLECTIONS: Collection[] = [
  { name: 'given', folder: `${SHARED}/mail`, labels: `${SHARED}/mail-labels.csv`, ourText: null },
  {
    name: 'own',
    folder: `${OWN}/mail`,
    labels: `${OWN}/own-mail-labels.csv`,
    ourText: existsSync(OUR_TERMS_MAIL) ? readFileSync(OUR_TERMS_MAIL, 'utf8') : null,
  },
];

const OUR_ID = '<booking.7K4M2Q.c41f9e0b27d83a65@hellowork-kobayashi.example.jp>';
const isHuman = (label: string) => /^(?:human_reply|human_mail|forward)$/.test(label);
const isMachine = (label: string) => !isHuman(label) && !label.startsWith('hostile');

interface Judged {
  file: string;
  label: string;
  message: InboundMessage;
  verdict: OriginVerdict;
  inThread: OriginVerdict;
  bounce: BounceReport | null;
}

async function judgeAll({ folder, labels, ourText }: Collection): Promise<Judged[]> {
  const context: OriginContext = {
    ownAddresses: ['online@hellowork-kobayashi.example.jp'],
    isOwnMessageId: (id) => id === OUR_ID,
    ourText,
  };
  const rows = readFileSync(labels, 'utf8').trim().split(/\r?\n/).slice(1);
  const judged: Judged[] = [];
  for (const row of rows) {
    const [file = '', label = ''] = row.split(',');
    const source = readFileSync(`${folder}/${file}`);
    const message = await parseMessage(source, { authservId: null });
    const threaded = await parseMessage(intoThread(source), { authservId: null });
    judged.push({
      file,
      label,
      message,
      verdict: judgeOrigin(message, context),
      inThread: judgeOrigin(threaded, context),
      bounce: readBounce(message),
    });
  }
  return judged;
}

/** The same bytes as an answer to our mail: In-Reply-To and References of the top header replaced. */
function intoThread(source: Uint8Array): Uint8Array {
  const text = Buffer.from(source).toString('latin1');
  const mbox = /^From [^\n]*\n/.exec(text)?.[0] ?? '';
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const header = text
    .slice(mbox.length, end)
    .replace(/^(?:in-reply-to|references):[^\n]*\n?(?:[ \t][^\n]*\n?)*/gim, '');
  const thread = `In-Reply-To: ${OUR_ID}\r\nReferences: ${OUR_ID}\r\n`;
  return Buffer.from(`${thread}${header.replace(/^[\r\n]+/, '')}${text.slice(end)}`, 'latin1');
}

/** What the label says about the failure; classes not listed leave it open. */
const PERMANENCE: Record<string, BounceReport['permanence']> = {
  'bounce:permanent': 'permanent',
  'bounce:userunknown': 'permanent',
  'bounce:hostunknown': 'permanent',
  'bounce:hasmoved': 'permanent',
  'bounce:notaccept': 'permanent',
  'bounce:temporary': 'transient',
  'bounce:delayed': 'transient',
  'bounce:expired': 'transient',
  'bounce:mailboxfull': 'transient',
};

for (const collection of COLLECTIONS) {
  const absent = !existsSync(collection.labels);
  const title = `the ${collection.name} mails${absent ? ` (skipped: no ${collection.labels})` : ''}`;
  describe.skipIf(absent)(title, async () => {
    const judged = absent ? [] : await judgeAll(collection);
    const machines = judged.filter(({ label }) => isMachine(label));
    const people = judged.filter(({ label }) => isHuman(label));
    const bounces = judged.filter(({ label }) => label.startsWith('bounce'));

    it('hold machines and people', () => {
      expect(machines.length).toBeGreaterThanOrEqual(40);
      expect(people.length).toBeGreaterThanOrEqual(40);
    });

    it('no machine is taken for a person', () => {
      const wrong = machines.filter(({ verdict }) => verdict.origin === 'person');
      expect(wrong.map(({ file }) => file)).toEqual([]);
    });

    it('at most one person in a hundred is taken for a machine', () => {
      const wrong = people.filter(({ verdict }) => verdict.origin !== 'person');
      expect(wrong.length, wrong.map(({ file }) => file).join(' ')).toBeLessThanOrEqual(
        people.length / 100,
      );
    });

    it('put into a live thread, each mail gets the same verdict', () => {
      const changed = judged.filter(({ verdict, inThread }) => verdict.origin !== inThread.origin);
      expect(changed.map(({ file }) => file)).toEqual([]);
    });

    it('every bounce is read: recipient and permanence as its label says', () => {
      const wrong = bounces.filter(({ label, bounce }) => {
        const expected = PERMANENCE[label];
        return (
          !bounce?.finalRecipient || (expected !== undefined && bounce.permanence !== expected)
        );
      });
      expect(wrong.map(({ file }) => file)).toEqual([]);
    });

    it('a delay, a relaying and a delivery are no failure', () => {
      const quiet = bounces.filter(({ label }) => /:(?:delayed|relayed|delivered)$/.test(label));
      expect(quiet.map(({ label, bounce }) => `bounce:${bounce?.action}` === label)).not.toContain(
        false,
      );
    });

    it("no person's mail is read as a bounce", () => {
      expect(people.filter(({ bounce }) => bounce !== null).map(({ file }) => file)).toEqual([]);
    });
  });
}
