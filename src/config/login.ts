/**
 * How a server wants us to log in by OAuth 2.0: a way to ask for an access token, and what comes
 * of asking. Types only; the tokens are fetched in `web/`, used in `imap/` and `smtp/`.
 */

/** Why there is no token now. */
export interface TokenTrouble {
  /** `unreachable`: try again later. `refused`: it stays until somebody changes a setting. */
  kind: 'unreachable' | 'refused';
  /** The JSON path to look at, e.g. "imap.auth.oauth2.refreshToken". */
  setting: string;
  /** One clear line, without any secret. */
  message: string;
}

export type TokenResult = { accessToken: string } | { trouble: TokenTrouble };

/** A token that is still good; `renew` where the server refused the last one. */
export type AskToken = (options?: { renew: boolean }) => Promise<TokenResult>;
