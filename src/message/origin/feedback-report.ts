/**
 * Abuse reports: RFC 5965 (ARF), a provider's word that somebody pressed "spam" on a mail
 * of ours. A machine sends it; it says nothing about a booking.
 */
import type { OriginRule } from './rule.ts';

/**
 * multipart/report; report-type=feedback-report, or its part. Seen: Yahoo!, AOL, Microsoft JMRP, JP
 * providers.
 */
export const feedbackReport: OriginRule = {
  name: 'feedback-report',
  origin: 'feedback_report',
  find({ message }) {
    const { type, parameters } = message.contentType;
    if (/^feedback-report$/iu.test(parameters['report-type'] ?? '')) {
      return `content-type: ${type}; report-type=feedback-report`;
    }
    const part = [type, ...message.parts.map((leaf) => leaf.contentType)].find((contentType) =>
      /^message\/feedback-report\b/iu.test(contentType),
    );
    return part ? `content-type: ${part}` : null;
  },
};

/**
 * The forms without a report part. Seen: Microsoft SNDS/JMRP, DMARC aggregate reports (RFC 7489
 * 7.2).
 */
export const complaintHeader: OriginRule = {
  name: 'complaint-header',
  origin: 'feedback_report',
  find(mail) {
    const author =
      /^(?:staff@hotmail\.com|fbl[-_.\w]*@|feedbackloop@|complaints?@|abuse-?reports?@|noreply-dmarc|dmarc[-_.]?(?:report|noreply)\w*@)/u;
    if (author.test(mail.fromAddress)) return `from: ${mail.fromAddress}`;
    const words =
      /^(?:this is an? (?:automated )?(?:e-?mail )?(?:abuse|feedback) report|this is an email abuse report)/u.exec(
        mail.written.words,
      );
    if (words) return words[0];
    return /^(?:complaint about message from|report domain:.{1,200}submitter:)/iu.test(mail.subject)
      ? `subject: ${mail.subject}`
      : null;
  },
};
