/**
 * UTF-7 (RFC 2152), which a few old mailers still label; no platform decoder reads it.
 * Decodes text only; never used for a part without the label.
 */

/** UTF-7 to text; runs that are not Base64 of UTF-16BE stay as written. */
export function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (written, base64: string) => {
    if (base64 === '') return written === '+-' ? '+' : written;
    const bytes = Buffer.from(base64, 'base64');
    return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length & ~1));
  });
}
