/**
 * Whether the list through which a mail came is the office's own mailbox: a Google
 * Workspace group or a shared mailbox run as a list. People write through it.
 */
import { headerValues } from '../header-evidence.ts';
import type { JudgedMail } from './judged-mail.ts';

/**
 * List-Id, List-Post or Mailing-List names an address of the office (RFC 2919: with a dot for the
 * @).
 */
export function ownList(mail: JudgedMail): boolean {
  const own = mail.context.ownAddresses.map((address) => address.toLowerCase());
  const names = [
    ...headerValues(mail.message, 'list-id'),
    ...headerValues(mail.message, 'list-post'),
    ...headerValues(mail.message, 'mailing-list'),
  ];
  return names.some((value) => {
    const list = value.toLowerCase();
    return own.some(
      (address) => list.includes(address) || list.includes(address.replace('@', '.')),
    );
  });
}
