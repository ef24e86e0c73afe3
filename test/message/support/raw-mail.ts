/** Builds the bytes of a mail for tests: header lines as latin1, a body as bytes or UTF-8. */

/** Bytes of a string whose characters are bytes. */
export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** A mail with From, To and Subject, further header lines, and a body. */
export function rawMail(headers: readonly string[], body: Uint8Array | string): Buffer {
  const given = headers.map((line) => line.split(':')[0]?.toLowerCase());
  const usual = ['From: taro@example.jp', 'To: office@example.jp', 'Subject: test'].filter(
    (line) => !given.includes(line.split(':')[0]?.toLowerCase()),
  );
  const head = latin1(`${[...usual, ...headers].join('\r\n')}\r\n\r\n`);
  return Buffer.concat([head, typeof body === 'string' ? Buffer.from(body) : body]);
}
