/**
 * What every walk through the corridor has at hand: the office's rules, its store, clock, log
 * and mail texts. Assembled once at start; holds no state of its own.
 */
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { BookingPolicy } from '../domain/policy.ts';
import type { TermsVersions } from '../domain/terms.ts';
import type { Log } from '../log.ts';
import type { MailTemplates } from '../message/templates.ts';
import type { Store } from '../store/store.ts';
import type { Zoom } from '../web/zoom.ts';
import type { Parser } from './parse-guard.ts';
import type { Pulse } from './pulse.ts';

export interface Office {
  config: Config;
  policy: BookingPolicy;
  store: Store;
  clock: Clock;
  log: Log;
  templates: MailTemplates;
  /** Zoom, where each booking has a meeting of its own; null where the lanes have fixed rooms. */
  zoom: Zoom | null;
  /** In the order in which they take effect (Article 13). */
  terms: TermsVersions;
  /** Parses and judges mails in a thread of its own; ended with the service. */
  parser: Parser;
  /** Signs our Message-IDs (RFC 5322) so that nobody can guess one; kept beside the database. */
  messageIdKey: Uint8Array;
  /** Signs of life of what must not stand still, for the machine's watchdog. */
  pulse: Pulse;
  /** Unpredictable bytes for reference codes; the tests play them. */
  randomBytes(count: number): Uint8Array;
}
