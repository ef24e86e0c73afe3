/**
 * Why TLS does not trust a mail server (RFC 5280, RFC 6125), in words that name the setting to look
 * at. Pure: the doors of IMAP and SMTP hand in what TLS said, and neither knows the other.
 */

export interface Distrust {
  /** JSON path, e.g. "imap.certificateAuthority". */
  setting: string;
  /** One clear line. */
  message: string;
}

interface Cause {
  said: RegExp;
  setting: 'host' | 'certificateAuthority';
  words: (setting: string) => string;
}

/** By the code of OpenSSL and Node.js, or by their sentence where a package passes only that on. */
const CAUSES: readonly Cause[] = [
  {
    said: /ALTNAME|HOSTNAME_MISMATCH|certificate's altnames/,
    setting: 'host',
    words: (setting) => `is for another name. Use the name that it was issued for in ${setting}`,
  },
  {
    said: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate has expired|certificate is not yet valid/,
    setting: 'host',
    words: () => 'is out of date. Have it renewed, and see that the clock of this machine is right',
  },
  {
    said: /SELF_SIGNED_CERT|UNABLE_TO_|self-signed certificate|unable to (?:get|verify)/,
    setting: 'certificateAuthority',
    words: (setting) =>
      `was issued by nobody whom this machine knows. If that is the office's own authority, name the file of its certificate in ${setting}`,
  },
  {
    said: /^(?:CERT_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$)/,
    setting: 'host',
    words: () => 'was not accepted. Have it renewed',
  },
];

/** Null where what was `said` is not about a certificate. `where` is the server's "host:port". */
export function distrustOf(
  said: string,
  { server, where }: { server: 'imap' | 'smtp'; where: string },
): Distrust | null {
  const cause = CAUSES.find((one) => one.said.test(said));
  if (cause === undefined) return null;
  const setting = `${server}.${cause.setting}`;
  return {
    setting,
    message: `${setting}: the TLS certificate of ${where} ${cause.words(setting)} (${said}).`,
  };
}
