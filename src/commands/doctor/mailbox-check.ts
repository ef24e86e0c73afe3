/**
 * The doctor's look at the mailbox: login, TLS, folder, filing, what the server can do, and its
 * clock as far as mails tell. Nothing is marked, moved or made.
 */

import type { MailboxInspection } from '../../imap/inspect.ts';
import { inspectMailbox } from '../../imap/mailbox.ts';
import type { ImapSettings } from '../../imap/settings.ts';
import { MailboxTrouble, type MailboxTroubleKind } from '../../imap/trouble.ts';
import type { Bilingual } from '../definition.ts';
import { type Finding, whyOf } from './finding.ts';
import { distrustTodo } from './relay-check.ts';

export async function checkMailbox(
  settings: ImapSettings,
  now: Temporal.Instant,
): Promise<Finding[]> {
  try {
    const seen = await inspectMailbox(settings);
    return [opened(settings, seen), ...filing(seen), ...abilities(seen), ...clock(seen, now)];
  } catch (error) {
    if (!(error instanceof MailboxTrouble)) throw error;
    return [troubleFinding(error)];
  }
}

/** What each kind of trouble is, and what is to be done about it. */
const TROUBLES: Record<MailboxTroubleKind, { is: Bilingual; todo: Bilingual }> = {
  refused_login: {
    is: { ja: '受信サーバーにログインできません', en: 'the IMAP server refuses our login' },
    todo: {
      ja: '利用者名（imap.user）と、パスワードまたはOAuthの設定を確かめてください。',
      en: 'check imap.user and the password or the OAuth settings.',
    },
  },
  unreachable: {
    is: { ja: '受信サーバーにつながりません', en: 'the IMAP server cannot be reached' },
    todo: {
      ja: 'サーバーの名前とポート、ネットワーク、ファイアウォールを確かめてください。',
      en: 'check host and port, the network and the firewall.',
    },
  },
  certificate: {
    is: { ja: '受信サーバーの証明書を信頼できません', en: 'the certificate is not trusted' },
    todo: distrustTodo('imap'),
  },
  folder: {
    is: { ja: '受信箱のフォルダーを使えません', en: 'a folder of the mailbox cannot be used' },
    todo: {
      ja: 'サーバーにそのフォルダーを作るか、設定を直してください。',
      en: 'make the folder on the server, or mend the setting.',
    },
  },
  protocol: {
    is: { ja: '受信サーバーとやりとりができません', en: 'the IMAP server is not understood' },
    todo: {
      ja: 'ポートと imap.tls の組み合わせを確かめてください。',
      en: 'check that port and imap.tls belong together.',
    },
  },
  lost: {
    is: { ja: '受信サーバーとの接続が切れました', en: 'the connection was lost' },
    todo: { ja: 'もう一度試してください。', en: 'try again.' },
  },
};

function troubleFinding(trouble: MailboxTrouble): Finding {
  const { is, todo } = TROUBLES[trouble.kind];
  const why = whyOf(trouble);
  const what = { ja: `${is.ja}（${why}）。`, en: `${is.en} (${why}).` };
  return { check: 'imap', level: 'problem', what, todo };
}

function opened({ folder }: ImapSettings, { mails }: MailboxInspection): Finding {
  return {
    check: 'imap',
    level: 'good',
    what: {
      ja: `受信箱に入れました（${folder}、メール${mails}通）。`,
      en: `the mailbox is open to us (${folder}, ${mails} mails).`,
    },
    todo: null,
  };
}

function filing({ troubles, missingFolders }: MailboxInspection): Finding[] {
  const missing = missingFolders.map(
    (folder): Finding => ({
      check: 'imap-filing',
      level: 'good',
      what: {
        ja: `フォルダー「${folder}」はまだありません。最初に動かすときに作ります。`,
        en: `the folder "${folder}" is not there yet; the first start makes it.`,
      },
      todo: null,
    }),
  );
  return [...troubles.map(troubleFinding), ...missing];
}

/** What the bot can do without, but only more slowly or less gently. */
const ABILITIES: Readonly<Record<string, { ja: string; en: string }>> = {
  IDLE: {
    ja: '新しいメールの知らせがないので、決まった間隔で見に行きます',
    en: 'new mail is not announced, so it is looked for at intervals',
  },
  MOVE: {
    ja: 'メールの移動は、写してから元を消す形になります',
    en: 'mail is moved by copying and deleting',
  },
};

function abilities({ capabilities }: MailboxInspection): Finding[] {
  const lacking = Object.keys(ABILITIES).filter((name) => !capabilities.includes(name));
  return lacking.map((name) => ({
    check: 'imap-capability',
    level: 'warning',
    what: {
      ja: `受信サーバーに ${name} がありません。${ABILITIES[name]?.ja ?? ''}。`,
      en: `the IMAP server lacks ${name}: ${ABILITIES[name]?.en ?? ''}.`,
    },
    todo: {
      ja: 'このままで動きます。サーバーの管理者に、使えるようにできるか聞いてください。',
      en: 'it works so; ask the server’s admin whether it can be had.',
    },
  }));
}

const CLOCK_TOLERANCE_SECONDS = 120;

/** A mail from the future says that our clock is behind; a mail from the past says nothing. */
function clock({ newest }: MailboxInspection, now: Temporal.Instant): Finding[] {
  if (newest === null) return [];
  const ahead = Math.round(now.until(newest).total('seconds'));
  if (ahead <= CLOCK_TOLERANCE_SECONDS) return [];
  return [
    {
      check: 'clock',
      level: 'problem',
      what: {
        ja: `このパソコンの時計が、受信サーバーより少なくとも${ahead}秒遅れています。`,
        en: `this machine’s clock is at least ${ahead} seconds behind the IMAP server’s.`,
      },
      todo: {
        ja: '時計を自動で合わせる設定にしてください。返信の期限は、時計で決まります。',
        en: 'have the clock set automatically; deadlines depend on it.',
      },
    },
  ];
}
