/**
 * Why a cut was made and why it is not sure, in the words that `explain` and the list for the
 * staff show. Data only; the rules name a reason by its key.
 */

/** Reasons for which a person looks at a cut. */
export const DOUBTS = {
  copiedLines: '送った文面と同じ行が、引用の印なしで入っています',
  onlyMarked: '印の付いた行だけで、どのメールの引用か分かりません',
  fewMarked: '印の付いた行が、送った文面にありません',
  gluedAttribution: '同じ行に、本人の言葉と引用の見出しがあるようです',
  wrappedEnd: '引用の途中の行が、本人の言葉か、折り返しの続きか、分かりません',
  swallowed: '本人の言葉の行に、送った文面が混ざっています',
  typedInside: '引用の中に、送った文面にない行があります',
  shortenedQuotation: '省かれた引用の途中に、印のない行があります',
  writtenOnto: '送った文面の行に、書き込みがあります',
  strangeTop: '引用の見出しと送った文面の間に、別の行があります',
  nothingAbove: '引用の見出しより上に、何も書かれていません',
  unverified: '何も書かれておらず、引用が送った文面のままか、確かめられません',
  decoration: '飾り線の付いた行が続き、引用か本人の言葉か、分かりません',
  pointsInside: '引用の中に回答がある、と書かれています',
  tooLong: '長すぎて、全部は読めません',
} as const;

/** Key of a reason for doubt. */
export type Doubt = keyof typeof DOUBTS;

/** What a cut relied on; the names of mail programs stand beside it. */
export const EVIDENCE = {
  ourText: '送った文面と同じ行',
  marks: '引用の印',
  attribution: '引用の見出し',
  original: '「元のメッセージ」の線',
  forwarded: '「転送」の線',
  headerBlock: '差出人・件名などの並び',
  htmlOnly: 'HTMLにだけある引用',
  none: '引用なし',
} as const;
