/**
 * Makes one spelling of the many in which the same polite Japanese words are written, so
 * that the phrase tables need each phrase once. For comparing only: never shown, never kept.
 */

/** Data: variants and the spelling that the tables use. Applied in this order, after NFKC. */
const SPELLINGS: readonly (readonly [variants: RegExp, spelling: string])[] = [
  [/有り?難う/gu, 'ありがとう'],
  [/頂戴し?/gu, 'いただき'],
  [/頂/gu, 'いただ'],
  [/致し/gu, 'いたし'],
  [/下さ/gu, 'くださ'],
  [/出来/gu, 'でき'],
  [/御/gu, 'ご'],
  [/(?<=[のるたす])為/gu, 'ため'],
  [/問い?合わ?せ/gu, '問い合わせ'],
  [/申し?込み?/gu, '申込'],
  [/受け?付け?/gu, '受付'],
  [/承りまし/gu, '受付まし'],
  [/のち程|後程|のちほど/gu, '後ほど'],
  [/改めて/gu, 'あらためて'],
  [/暫く/gu, 'しばらく'],
  [/(?:再度|もう一度|今一度)/gu, '再度'],
  [/[Ee]-?(?:メール|mail)|メイル/gu, 'メール'],
  [/無い/gu, 'ない'],
  [/心あたり/gu, '心当たり'],
  [/[〜～−–—]/gu, '~'],
  [/皆様|皆さま|お客さま/gu, 'お客様'],
];

/** The folded spelling of a text that is in NFKC already. */
export function foldSpelling(text: string): string {
  return SPELLINGS.reduce(
    (folded, [variants, spelling]) => folded.replace(variants, spelling),
    text,
  );
}
