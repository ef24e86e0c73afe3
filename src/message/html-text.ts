/**
 * HTML to readable text in one linear pass: blocks become lines, quotation (blockquote,
 * gmail_quote and its kin) becomes lines that begin with "> ", scripts and styles vanish.
 * It never loads anything, never keeps markup, and does not hang on hostile HTML.
 */

/** STUB */
export function htmlToText(html: string, maxLength: number): string {
  return html
    .replace(/<br[^>]{0,200}>/gi, '\n')
    .replace(/<[^>]{0,2000}>/g, '')
    .slice(0, maxLength);
}
