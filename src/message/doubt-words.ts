/**
 * What the doubts of a parsed mail mean, in words for the counselor, as a table.
 * A doubt says that the mail may say more or other than what was read, so a person looks at
 * it; the table decides nothing.
 */

/** A doubt by how its English phrase begins; the first row that fits counts. */
const WORDS: readonly (readonly [begins: string, words: string])[] = [
  ['text cut', '本文が長すぎるため、途中までしか読めていません'],
  ['charset guessed', '文字コードがはっきりしないため、文字が違っているかもしれません'],
  ['undecodable characters', '読み取れない文字があります'],
  ['bytes that fit no charset', '文字化けしています'],
  ['no readable text', '本文がなく、添付ファイルか画像だけのメールです'],
  ['several senders', '差出人が２人以上書かれています'],
  ['header from', '差出人の文字が正しく読めていないかもしれません'],
  ['header sender', '差出人の文字が正しく読めていないかもしれません'],
  ['header reply-to', '返信先の文字が正しく読めていないかもしれません'],
  ['header subject', '件名の文字が正しく読めていないかもしれません'],
  ['attached messages', '添付されたメールが多すぎるか深すぎるため、すべては読めていません'],
  ['header cut', 'メールの見出しが長すぎるため、途中までしか読めていません'],
  ['header block too long', 'メールの見出しが長すぎるため、途中までしか読めていません'],
  ['header lines', 'メールの形が崩れているため、読み落としがあるかもしれません'],
  ['no header', 'メールの形が崩れているため、読み落としがあるかもしれません'],
  ['multipart without parts', 'メールの形が崩れているため、読み落としがあるかもしれません'],
  ['MIME structure', 'メールの形が崩れているため、読み落としがあるかもしれません'],
];

const UNKNOWN = 'メールを正しく読めていないかもしれません';

/** One sentence of plain Japanese, without a full stop, for an entry of `InboundMessage.doubts`. */
export function doubtInJapanese(doubt: string): string {
  return WORDS.find(([begins]) => doubt.startsWith(begins))?.[1] ?? UNKNOWN;
}
