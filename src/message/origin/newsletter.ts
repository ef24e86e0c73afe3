/**
 * Newsletters without any list field, by the footer that tells how to leave them.
 * Answers and forwards are left alone: a footer there is somebody else's.
 */
import { answersBriefly } from './brief-answer.ts';
import type { OriginRule } from './rule.ts';

/** Footers of newsletters. */
const NEWSLETTER_FOOTER =
  /(?:配信(?:の)?(?:停止|解除|中止)|メルマガ(?:の)?(?:解除|停止)|購読(?:の)?(?:解除|停止)|退会)(?:を|の|は|手続き|をご希望|ご希望|用)?[^。]{0,30}(?:こちら|url|https?:|リンク|クリック|下記|以下|ページ|アドレス)/iu;
const UNSUBSCRIBE =
  /\bunsubscribe\b.{0,40}(?:here|click|https?:|link|from (?:this|our|these))|(?:click here|https?:\S{1,200}|to) .{0,20}\bunsubscribe\b/u;

const ANSWER_OR_FORWARD = /^(?:re|aw|sv|fwd?|fw|返信|転送)\s*[:：]/iu;

export const newsletterFooter: OriginRule = {
  name: 'newsletter-footer',
  origin: 'bulk',
  find(mail) {
    if (ANSWER_OR_FORWARD.test(mail.subject) || answersBriefly(mail)) return null;
    const { squeezed, words } = mail.written;
    return NEWSLETTER_FOOTER.exec(squeezed)?.[0] ?? UNSUBSCRIBE.exec(words)?.[0] ?? null;
  },
};
