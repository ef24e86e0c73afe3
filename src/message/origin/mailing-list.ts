/**
 * Mailing lists and newsletters by the fields of RFC 2369, 2919 and 8058, by those of list
 * programs, and by Precedence. A list that is the office's own mailbox (a shared mailbox
 * run as a group) makes no bulk of the mail that passes through it.
 */

import { headerEvidence } from '../header-evidence.ts';
import { answersBriefly } from './brief-answer.ts';
import { ownList } from './own-list.ts';
import type { OriginRule } from './rule.ts';

/** Data: fields that lists write, by what they come from. */
const LIST_HEADERS: readonly string[] = [
  ...['list-id', 'list-post', 'list-help', 'list-subscribe', 'list-owner', 'list-archive'], // RFC 2369, 2919
  ...['list-unsubscribe-post', 'x-csa-complaints'], // RFC 8058, certified mass senders
  ...['mailing-list', 'x-mailing-list', 'x-mailman-version', 'x-beenthere'], // ezmlm, Mailman
  ...['x-ml-name', 'x-ml-info', 'x-mlserver', 'x-mail-count', 'x-ml-count'], // fml, QuickML
  ...['x-listserver', 'x-listmember', 'x-list', 'x-listname', 'x-google-group-id'],
  ...['x-campaign-id', 'x-campaignid', 'x-mailer-campaign'], // newsletters
];

/** Headers of mailing lists and newsletters. */
export const listHeader: OriginRule = {
  name: 'list-header',
  origin: 'bulk',
  find(mail) {
    if (ownList(mail)) return null;
    for (const name of LIST_HEADERS) {
      const found = headerEvidence(mail.message, name, /\S/u);
      if (found) return found;
    }
    return null;
  },
};

/**
 * List-Unsubscribe alone (RFC 2369 3.2): newsletters, but forwarding services add it too,
 * so a short answer in which a person takes a stand stays a person's.
 */
export const unsubscribeHeader: OriginRule = {
  name: 'unsubscribe-header',
  origin: 'bulk',
  find: (mail) =>
    ownList(mail) || answersBriefly(mail)
      ? null
      : headerEvidence(mail.message, 'list-unsubscribe', /\S/u),
};

/** Precedence: bulk, junk, list (custom, named in RFC 3834 2 and RFC 2076). */
export const precedence: OriginRule = {
  name: 'precedence',
  origin: 'bulk',
  find(mail) {
    if (ownList(mail)) return null;
    return (
      headerEvidence(mail.message, 'precedence', /^(?:bulk|junk|list)\b/iu) ??
      headerEvidence(mail.message, 'x-precedence', /^(?:bulk|junk|list)\b/iu)
    );
  },
};
