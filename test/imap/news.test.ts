import { expect, it } from 'vitest';
import { type IdleCommands, NewsBell } from '../../src/imap/news.ts';

const never = new AbortController().signal;
const patient = { timeoutMs: 15_000, signal: never };
const impatient = { timeoutMs: 20, signal: never };

function bell(commands: Partial<IdleCommands> = {}): NewsBell {
  return new NewsBell({
    canIdle: () => true,
    idle: () => new Promise(() => undefined),
    noop: async () => undefined,
    pollMs: 5,
    ...commands,
  });
}

it('has news before the folder was ever listed', async () => {
  expect(await bell().wait(patient)).toBe('news');
});

it('rings at once for what came between the list and the wait, as often as it is asked', async () => {
  const it = bell();
  it.silence();
  it.ring();
  expect(await it.wait(patient)).toBe('news');
  expect(await it.wait(patient)).toBe('news');
  it.silence();
  expect(await it.wait(impatient)).toBe('timeout');
});

it('wakes who waits', async () => {
  const it = bell();
  it.silence();
  const wait = it.wait(patient);
  it.ring();
  expect(await wait).toBe('news');
});

it('begins one IDLE only, however often it is waited on', async () => {
  let begun = 0;
  const it = bell({
    idle: () => {
      begun += 1;
      return new Promise(() => undefined);
    },
  });
  it.silence();
  for (let round = 1; round <= 3; round += 1) expect(await it.wait(impatient)).toBe('timeout');
  expect(begun).toBe(1);
});

it('asks NOOP where IDLE is refused, and never tries IDLE again', async () => {
  let begun = 0;
  const it = bell({
    idle: async () => {
      begun += 1;
      return false;
    },
    noop: async () => it.ring(),
  });
  it.silence();
  expect(await it.wait(patient)).toBe('news');
  it.silence();
  expect(await it.wait(patient)).toBe('news');
  expect(begun).toBe(1);
});

it('ends a wait by the signal, also one that was given before', async () => {
  const stop = new AbortController();
  const it = bell();
  it.silence();
  const wait = it.wait({ timeoutMs: 15_000, signal: stop.signal });
  stop.abort();
  expect(await wait).toBe('timeout');
  expect(await it.wait({ timeoutMs: 15_000, signal: stop.signal })).toBe('timeout');
});

it('tells everybody that the connection is lost, and why it was lost first', async () => {
  const it = bell();
  it.silence();
  const wait = it.wait(patient);
  it.lose(new Error('first'));
  it.lose(new Error('second'));
  await expect(wait).rejects.toThrow('first');
  await expect(it.wait(patient)).rejects.toThrow('first');
});
