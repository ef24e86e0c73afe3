/**
 * Bench: understanding alone, without mailbox, database and relay: a mixed mail parsed, judged
 * and read as a request, a terms reply read as a reply, and the longest of all.
 */
import { judgeOrigin } from '../../src/message/origin.ts';
import { parseMessage } from '../../src/message/parse.ts';
import { replyText } from '../../src/message/reply-text.ts';
import { readReply } from '../../src/reading/reply.ts';
import { readRequest } from '../../src/reading/request.ts';
import { freshMail, shapeOf } from './mails.ts';
import { type Bench, median, spread } from './types.ts';

const TOKYO = 'Asia/Tokyo';

export const reading: Bench = {
  name: 'reading',
  what: 'parse, judge and read mixed mails, nothing else',
  run: async ({ mails = 2_000, rounds = 5 }, say) => {
    const at = Temporal.Now.instant();
    const sources = Array.from({ length: mails }, (_, number) => {
      const shape = shapeOf(number);
      const wish = `${(number % 12) + 1}月${(number % 27) + 1}日 10時半`;
      return Buffer.from(freshMail(shape === 'reply' ? 'prose' : shape, { number, at, wish }));
    });
    const rates: number[] = [];
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      for (const source of sources) {
        const one = performance.now();
        await understand(source, at);
        samples.push(performance.now() - one);
      }
      rates.push((1000 * mails) / (performance.now() - began));
    }
    say(`${mails} mails, ${rounds} rounds: median ${median(rates).toFixed(0)} mails/s`);
    say(`one mail: ${spread(samples, 2)}`);
  },
};

async function understand(source: Buffer, at: Temporal.Instant): Promise<void> {
  const reference = at.toZonedDateTimeISO(TOKYO);
  const message = await parseMessage(source, { authservId: null });
  judgeOrigin(message, { ownAddresses: [], isOwnMessageId: () => false, ourText: null });
  const { newText } = replyText(message, null);
  const sender = { name: message.from[0]?.name ?? '', address: message.from[0]?.address ?? '' };
  readRequest({ subject: message.subject, text: newText, sender }, reference);
  readReply(newText, reference, { booked: null, offered: [] });
}
