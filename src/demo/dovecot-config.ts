/**
 * The text of the config file for the private Dovecot of dovecot.ts.
 * Only text is made here; nothing is written or started.
 */

/** Where the server lives and what is unusual about it. */
export interface DovecotConfig {
  folder: string;
  port: number;
  tlsPort: number;
  /** The system users of Dovecot's own processes and of its login processes. */
  accounts: { internal: string; internalGroup: string; login: string };
  capability?: string;
  extra?: string;
}

/** A complete dovecot.conf (2.3) for IMAP on loopback with maildir storage. */
export function dovecotConfig(config: DovecotConfig): string {
  const { folder, accounts } = config;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = ${accounts.internal}
default_internal_group = ${accounts.internalGroup}
default_login_user = ${accounts.login}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:~/Maildir
mail_attribute_dict =
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
shutdown_clients = yes
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
${config.capability === undefined ? '' : `imap_capability = ${config.capability}`}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${config.port}
  }
  inet_listener imaps {
    port = ${config.tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
namespace inbox {
  inbox = yes
  separator = /
}
${config.extra ?? ''}
`;
}
