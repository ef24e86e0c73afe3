/** When the program counts as standing still, which is when systemd starts it again. */
import { expect, it } from 'vitest';
import { createPulse } from '../../src/flow/pulse.ts';

const MINUTE = 60_000;

function played() {
  let ms = 0;
  const pulse = createPulse(() => ms);
  const pass = (minutes: number): void => {
    ms += minutes * MINUTE;
  };
  return { pulse, pass };
}

it('it lives before its first sign, and as long as every part is in time', () => {
  const { pulse, pass } = played();
  pass(60);
  expect(pulse.alive()).toBe(true);
  pulse.beat('mailbox', MINUTE);
  pulse.beat('minute', MINUTE);
  pass(6);
  expect(pulse.alive()).toBe(true);
});

it('one part that stands still is enough, and its next sign makes it live again', () => {
  const { pulse, pass } = played();
  pulse.beat('mailbox', MINUTE);
  pass(5);
  pulse.beat('minute', MINUTE);
  pass(1.1);
  expect(pulse.alive()).toBe(false);
  pulse.beat('mailbox', MINUTE);
  expect(pulse.alive()).toBe(true);
});

it('a wait for a viewer’s lock is no standstill, as long as it is told of', () => {
  const { pulse, pass } = played();
  pulse.beat('mailbox', MINUTE);
  for (let i = 0; i < 10; i += 1) {
    pass(4);
    pulse.wait();
    expect(pulse.alive()).toBe(true);
  }
  pass(5.1);
  expect(pulse.alive()).toBe(false);
});
