/**
 * The doctor's look at Zoom, and at the clock by what web servers say of the time. Zoom is asked
 * for a token and for the list of meetings; nothing is made there.
 */
import type { Config } from '../../config.ts';
import { call } from '../../web/call.ts';
import type { Zoom } from '../../web/zoom.ts';
import type { Finding } from './finding.ts';

/** Each lane's Zoom user, once. */
export async function checkZoom(zoom: Zoom, lanes: Config['lanes']): Promise<Finding[]> {
  const users = new Set(lanes.flatMap(({ zoomUser }) => (zoomUser === null ? [] : [zoomUser])));
  const found: Finding[] = [];
  for (const user of users) {
    const result = await zoom.find(user, '');
    if ('done' in result) {
      found.push({
        check: 'zoom',
        level: 'good',
        what: {
          ja: `Zoomの利用者 ${user} のミーティングを扱えます。`,
          en: `the meetings of the Zoom user ${user} are open to us.`,
        },
        todo: null,
      });
      continue;
    }
    const { setting, why } = result.trouble;
    found.push({
      check: 'zoom',
      level: 'problem',
      what: {
        ja: `Zoomを使えません（${user}）: ${why}`,
        en: `Zoom cannot be used (${user}): ${why}`,
      },
      todo: {
        ja: `設定の ${setting} と、Zoomの側のアプリの設定（権限、有効になっているか）を確かめてください。`,
        en: `look at ${setting} in the config, and at the app’s scopes and activation at Zoom.`,
      },
    });
  }
  return found;
}

const CLOCK_TOLERANCE_SECONDS = 60;

/** Compares our clock with the Date (RFC 9110 6.6.1) of the first web server that we use anyway. */
export async function checkClock(
  addresses: readonly string[],
  now: () => Temporal.Instant,
): Promise<Finding[]> {
  for (const address of addresses) {
    const { origin, host } = new URL(address);
    const answer = await call({ method: 'GET', url: `${origin}/` }, 5_000);
    if (answer.kind !== 'answer' || answer.date === null) continue;
    const off = Math.round(answer.date.until(now()).total('seconds'));
    const wrong = Math.abs(off) > CLOCK_TOLERANCE_SECONDS;
    const words = off > 0 ? { ja: '進んで', en: 'ahead of' } : { ja: '遅れて', en: 'behind' };
    const seconds = Math.abs(off);
    return [
      {
        check: 'clock',
        level: wrong ? 'problem' : 'good',
        what: wrong
          ? {
              ja: `このパソコンの時計は、${host} より${seconds}秒${words.ja}います。`,
              en: `this machine’s clock is ${seconds} seconds ${words.en} ${host}.`,
            }
          : {
              ja: `このパソコンの時計は合っています（${host} との差は${seconds}秒）。`,
              en: `this machine’s clock is right (${seconds} seconds from ${host}).`,
            },
        todo: wrong
          ? {
              ja: '時計を自動で合わせる設定にしてください。返信の期限は、時計で決まります。',
              en: 'have the clock set automatically; deadlines depend on it.',
            }
          : null,
      },
    ];
  }
  return [];
}
