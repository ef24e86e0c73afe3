/**
 * The doctor's look at the relay, and at the certificates of both mail servers. It connects and
 * logs in; no mail is begun.
 */
import { openRelay } from '../../smtp/relay.ts';
import type { SmtpSettings } from '../../smtp/settings.ts';
import { RelayTrouble } from '../../smtp/trouble.ts';
import { type CertificateQuestion, certificateEnd } from '../../web/certificate.ts';
import type { Bilingual } from '../definition.ts';
import { type Finding, whyOf } from './finding.ts';

/** What to do about a certificate that is not trusted; the reason beside it says which it is. */
export function distrustTodo(server: 'imap' | 'smtp'): Bilingual {
  return {
    ja: `期限が切れているときは、サーバーの管理者に更新を頼んでください。名前が違うときは、証明書に書かれた名前を ${server}.host に書いてください。所の中の認証局の証明書のときは、その認証局の証明書（PEM形式のファイル）の場所を ${server}.certificateAuthority に書いてください。`,
    en: `have it renewed, or write the name that it is for into ${server}.host; where your own authority issued it, give that one's certificate (a PEM file) in ${server}.certificateAuthority.`,
  };
}

const TROUBLES: Record<RelayTrouble['kind'], { is: Bilingual; todo: Bilingual }> = {
  login: {
    is: { ja: '送信サーバーにログインできません', en: 'the relay refuses our login' },
    todo: {
      ja: '利用者名（smtp.user）と、パスワードまたはOAuthの設定を確かめてください。',
      en: 'check smtp.user and the password or the OAuth settings.',
    },
  },
  certificate: {
    is: {
      ja: '送信サーバーの証明書を信頼できません',
      en: 'the relay’s certificate is not trusted',
    },
    todo: distrustTodo('smtp'),
  },
  unreachable: {
    is: { ja: '送信サーバーにつながりません', en: 'the relay cannot be used' },
    todo: {
      ja: 'サーバーの名前、ポートと smtp.tls の組み合わせ、ネットワークを確かめてください。',
      en: 'check the host, that port and smtp.tls belong together, and the network.',
    },
  },
};

export async function checkRelay(settings: SmtpSettings): Promise<Finding[]> {
  try {
    const relay = openRelay(settings);
    try {
      await relay.verify();
    } finally {
      await relay.close();
    }
    return [
      {
        check: 'smtp',
        level: 'good',
        what: { ja: '送信サーバーにつながりました。', en: 'the relay takes our login.' },
        todo: null,
      },
    ];
  } catch (error) {
    if (!(error instanceof RelayTrouble)) throw error;
    const { is, todo } = TROUBLES[error.kind];
    const why = whyOf(error);
    const what = { ja: `${is.ja}（${why}）。`, en: `${is.en} (${why}).` };
    return [{ check: 'smtp', level: 'problem', what, todo }];
  }
}

const CERTIFICATE_SOON_DAYS = 21;

type Server = Omit<CertificateQuestion, 'tls'> & { tls: 'implicit' | 'starttls' | 'none' };

/** When the server's certificate ends; a server that cannot be reached is the login's matter. */
export async function checkCertificate(server: Server, now: Temporal.Instant): Promise<Finding[]> {
  const { protocol, host, tls } = server;
  if (tls === 'none') return [];
  const end = await certificateEnd({ ...server, tls });
  if (end === null) return [];
  const days = Math.floor(now.until(end).total('hours') / 24);
  const level = days < 0 ? 'problem' : days < CERTIFICATE_SOON_DAYS ? 'warning' : 'good';
  const when =
    days < 0
      ? { ja: `${-days}日前に切れました`, en: `ended ${-days} days ago` }
      : { ja: `あと${days}日使えます`, en: `is good for ${days} more days` };
  return [
    {
      check: `${protocol}-certificate`,
      level,
      what: {
        ja: `${host} の証明書は、${when.ja}。`,
        en: `the certificate of ${host} ${when.en}.`,
      },
      todo:
        level === 'good'
          ? null
          : {
              ja: 'サーバーの管理者に、証明書の更新を頼んでください。',
              en: 'ask the server’s admin to renew it.',
            },
    },
  ];
}
