/**
 * Access tokens as they are needed: one is kept until shortly before it expires, asked for anew
 * where a server refused it, and a token server in trouble is left alone for a growing while.
 * Tokens live in memory only; a refresh token that the provider replaced is handed to the keeper.
 * Time is measured by the process's own stopwatch, so that a clock that jumps changes nothing.
 */
import type { AskToken, TokenResult } from '../config/login.ts';
import { call, type WebAnswer } from './call.ts';
import { readTokenAnswer, type TokenSettings } from './token-answer.ts';

/** Where a refresh token that the provider replaced outlives the process. */
export interface TokenKeeper {
  /** The newest refresh token that came of the configured one; null where it never was replaced. */
  newest(configured: string): string | null;
  /** Keeps it; never throws, since the token in hand is good either way. */
  keep(configured: string, replaced: string): void;
}

/** A token is taken for expired so long before it is, at most half of its life. */
const EARLY_MS = 120_000;
/** A token younger than this that a server refuses is not the trouble; no other is asked for. */
const FRESH_MS = 30_000;
/** The token server is left alone after trouble: doubling from the first to the longest. */
const PAUSE_MS = { first: 1_000, longest: 60_000, refused: 60_000 };

export interface TokenSourceOptions {
  keeper?: TokenKeeper;
  /** Milliseconds that only go forward. */
  stopwatch?: () => number;
}

/** A way to ask for tokens; any number of callers share one request. */
export function openTokenSource(
  settings: TokenSettings,
  { keeper, stopwatch = () => performance.now() }: TokenSourceOptions = {},
): AskToken {
  let held: { accessToken: string; gotAt: number; until: number } | null = null;
  let rest: { result: TokenResult; until: number } | null = null;
  let failures = 0;
  let asking: Promise<TokenResult> | null = null;
  const configured = settings.refreshToken;

  const ask = async (): Promise<TokenResult> => {
    const refreshToken = (configured && keeper?.newest(configured)) ?? configured;
    const inUse = { ...settings, refreshToken };
    const answer = readTokenAnswer(await requestToken(inUse), inUse);
    const now = stopwatch();
    if (answer.kind === 'trouble') {
      const { trouble } = answer;
      failures += 1;
      const usual =
        trouble.kind === 'refused'
          ? PAUSE_MS.refused
          : Math.min(PAUSE_MS.first * 2 ** (failures - 1), PAUSE_MS.longest);
      rest = { result: { trouble }, until: now + Math.max(usual, answer.retryAfterMs ?? 0) };
      return { trouble };
    }
    const { accessToken, expiresInSeconds, refreshToken: replaced } = answer.token;
    failures = 0;
    const lifeMs = expiresInSeconds * 1000;
    held = { accessToken, gotAt: now, until: now + lifeMs - Math.min(EARLY_MS, lifeMs / 2) };
    if (configured !== null && replaced !== null && replaced !== refreshToken) {
      keeper?.keep(configured, replaced);
    }
    return { accessToken };
  };

  return async ({ renew } = { renew: false }) => {
    const now = stopwatch();
    const outworn = renew && held !== null && now - held.gotAt > FRESH_MS;
    if (held !== null && now < held.until && !outworn) return { accessToken: held.accessToken };
    held = null;
    if (rest !== null && now < rest.until) return rest.result;
    rest = null;
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

/** RFC 6749 6 and 4.4: form fields in the body; Zoom wants the client in the header. */
function requestToken(settings: TokenSettings): Promise<WebAnswer> {
  const { tokenUrl: url, grant, clientId, clientSecret, refreshToken, scope } = settings;
  if (grant === 'account_credentials') {
    const query = new URLSearchParams({ grant_type: grant, account_id: settings.accountId ?? '' });
    const basic = Buffer.from(`${clientId}:${clientSecret ?? ''}`).toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    return call({ method: 'POST', url: `${url}?${query}`, headers });
  }
  const form = new URLSearchParams({ grant_type: grant, client_id: clientId });
  if (clientSecret !== null) form.set('client_secret', clientSecret);
  if (grant === 'refresh_token') form.set('refresh_token', refreshToken ?? '');
  if (scope !== null) form.set('scope', scope);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return call({ method: 'POST', url, headers, body: form.toString() });
}
