/**
 * The settings of an OAuth 2.0 login, with the addresses and scopes of the providers that offices
 * use. Knows how a provider is asked, asks none.
 */
import { z } from 'zod';
import { secret, text, webAddress } from './fields.ts';

/** Which of the two mail servers the token is for. */
type Purpose = 'imap' | 'smtp';

const PROVIDERS = {
  microsoft: {
    tokenUrl: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
    scope: {
      imap: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
      smtp: 'https://outlook.office.com/SMTP.Send offline_access',
    },
    appScope: 'https://outlook.office365.com/.default',
  },
  google: {
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scope: { imap: 'https://mail.google.com/', smtp: 'https://mail.google.com/' },
    appScope: null,
  },
} as const;

export const oauth2 = z
  .strictObject({
    provider: z
      .enum(['microsoft', 'google'], { error: '"microsoft", "google", or null with a tokenUrl' })
      .nullable()
      .default(null),
    tenant: text('the directory (tenant) ID of the office at Microsoft').nullable().default(null),
    tokenUrl: webAddress.nullable().default(null),
    scope: text('the scope that is asked for').nullable().default(null),
    grant: z
      .enum(['refresh_token', 'client_credentials'], {
        error: '"refresh_token" or "client_credentials"',
      })
      .default('refresh_token'),
    clientId: text('the ID of the application'),
    clientSecret: secret.nullable().default(null),
    refreshToken: secret.nullable().default(null),
  })
  .superRefine((oauth, ctx) => {
    const complain = (key: keyof typeof oauth, message: string) =>
      ctx.addIssue({ code: 'custom', path: [key], message, input: oauth });
    if (oauth.provider === null && oauth.tokenUrl === null) {
      complain('tokenUrl', 'an https address, or a "provider" that has one');
    }
    if (oauth.provider === 'microsoft' && oauth.tokenUrl === null && oauth.tenant === null) {
      complain('tenant', 'the directory (tenant) ID of the office at Microsoft');
    }
    if (oauth.provider === 'google' && oauth.grant === 'client_credentials') {
      complain('grant', '"refresh_token": Google gives no mail access to an application alone');
    }
    if (oauth.grant === 'refresh_token' && oauth.refreshToken === null) {
      complain('refreshToken', 'the refresh token for the grant "refresh_token"');
    }
    if (oauth.grant === 'client_credentials' && oauth.clientSecret === null) {
      complain('clientSecret', 'the secret for the grant "client_credentials"');
    }
  });

export type Oauth2 = z.output<typeof oauth2>;

/** Where a token for this server is asked for, and with which scope. */
export function tokenEndpoint(
  { provider, tenant, tokenUrl, scope, grant }: Oauth2,
  purpose: Purpose,
): { tokenUrl: string; scope: string | null } {
  const preset = provider === null ? null : PROVIDERS[provider];
  const own = preset?.tokenUrl.replace('{tenant}', encodeURIComponent(tenant ?? ''));
  const usual = grant === 'client_credentials' ? preset?.appScope : preset?.scope[purpose];
  return { tokenUrl: tokenUrl ?? own ?? '', scope: scope ?? usual ?? null };
}
