/**
 * Who counts as a counselor: the config's allow-list, whatever the capitals, and nothing else. That
 * the mail really comes from there is the sender authentication's matter.
 */
import { addressKey } from '../../message/address.ts';
import type { Office } from '../office.ts';

export function isStaff({ config }: Pick<Office, 'config'>, sender: string): boolean {
  const plain = sender.toLowerCase();
  return config.staff.addresses.some((address) => addressKey(address).toLowerCase() === plain);
}
