/**
 * What a token server's answer means (RFC 6749 5.1 and 5.2): a token, trouble that passes, or a
 * refusal with the setting to look at. Pure; no secret is part of any line it makes.
 */
import type { TokenTrouble } from '../config/login.ts';
import { jsonObject, type WebAnswer } from './call.ts';

/** What a token is asked for with; `place` is its JSON path in the config. */
export interface TokenSettings {
  place: string;
  tokenUrl: string;
  grant: 'refresh_token' | 'client_credentials' | 'account_credentials';
  clientId: string;
  clientSecret: string | null;
  refreshToken: string | null;
  scope: string | null;
  /** For Zoom's grant "account_credentials". */
  accountId?: string;
}

export interface FreshToken {
  accessToken: string;
  /** Seconds from the answer on; RFC 6749 leaves it out where it is told otherwise. */
  expiresInSeconds: number;
  /** A refresh token that takes the place of the one that was used; null where it stays. */
  refreshToken: string | null;
}

export type TokenAnswer =
  | { kind: 'token'; token: FreshToken }
  | { kind: 'trouble'; trouble: TokenTrouble; retryAfterMs: number | null };

/** Where an answer does not say how long its token lasts. */
const USUAL_LIFE_SECONDS = 3600;

/** Reads an answer to a request for a token. */
export function readTokenAnswer(answer: WebAnswer, settings: TokenSettings): TokenAnswer {
  const { place, tokenUrl } = settings;
  const { host } = new URL(tokenUrl);
  if (answer.kind === 'unreachable') {
    return passing(settings, `the token server ${host} cannot be reached (${answer.reason})`);
  }
  const { status, retryAfterMs } = answer;
  const body = jsonObject(answer.body) ?? {};
  if (status === 200) {
    const token = tokenOf(body);
    return token === null
      ? passing(settings, `the answer of ${host} holds no access token; check the address`)
      : { kind: 'token', token };
  }
  const code = typeof body.error === 'string' ? body.error : '';
  if (status === 429 || status >= 500 || code === 'temporarily_unavailable') {
    const message = `the token server ${host} gives no token at the moment (${status})`;
    return passing(settings, message, retryAfterMs);
  }
  const key = settingOf(code, settings);
  const said = wordsOf(body, settings);
  const message = `${place}.${key}: ${host} refused to give a token (${[status, code, said].filter(Boolean).join(', ')}). ${ADVICE[key] ?? ADVICE.tokenUrl}`;
  return {
    kind: 'trouble',
    trouble: { kind: 'refused', setting: `${place}.${key}`, message },
    retryAfterMs,
  };
}

function passing(
  { place }: TokenSettings,
  why: string,
  retryAfterMs: number | null = null,
): TokenAnswer {
  const setting = `${place}.tokenUrl`;
  return {
    kind: 'trouble',
    trouble: {
      kind: 'unreachable',
      setting,
      message: `${setting}: ${why}. It will be tried again.`,
    },
    retryAfterMs,
  };
}

function tokenOf(body: Record<string, unknown>): FreshToken | null {
  const { access_token: accessToken, expires_in: expires, refresh_token: refresh } = body;
  if (typeof accessToken !== 'string' || accessToken === '') return null;
  const seconds = Number(expires);
  return {
    accessToken,
    expiresInSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : USUAL_LIFE_SECONDS,
    refreshToken: typeof refresh === 'string' && refresh !== '' ? refresh : null,
  };
}

const ADVICE: Record<string, string> = {
  refreshToken: 'Sign in once more at the provider and give the new refresh token.',
  clientId: 'Check the ID of the application.',
  clientSecret: 'Check that the secret belongs to this clientId and has not expired.',
  scope: 'Check that the application was given this permission, and that an admin consented.',
  accountId: 'Check the account ID of the app.',
  grant: 'Check that the application may use this grant.',
  tokenUrl: 'Check the address, the tenant and the application’s registration.',
};

/** Which setting each refusal of RFC 6749 5.2 speaks of. */
function settingOf(code: string, { grant, clientSecret }: TokenSettings): string {
  switch (code) {
    case 'invalid_grant':
      if (grant === 'refresh_token') return 'refreshToken';
      return grant === 'account_credentials' ? 'accountId' : 'clientSecret';
    case 'invalid_client':
      return clientSecret === null ? 'clientId' : 'clientSecret';
    case 'invalid_scope':
      return 'scope';
    case 'unauthorized_client':
      return 'clientId';
    case 'unsupported_grant_type':
      return 'grant';
    default:
      return 'tokenUrl';
  }
}

/** The server's own words in one bounded line, with whatever is secret struck out. */
function wordsOf(body: Record<string, unknown>, settings: TokenSettings): string {
  const said = [body.error_description, body.reason, body.message].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  const [line = ''] = (said ?? '').split(/[\r\n]/);
  const secrets = [settings.clientSecret, settings.refreshToken].filter((value) => value !== null);
  return secrets
    .reduce((text, value) => (value === '' ? text : text.replaceAll(value, '***')), line)
    .slice(0, 160);
}
