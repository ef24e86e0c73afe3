/** Ways to damage a mail, chosen by a seeded random source: the same seed, the same mail. */

/** A whole number from 0 to below `bound`. */
export type Random = (bound: number) => number;

/** mulberry32: small, fast, good enough to choose mutations. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  };
}

const MAX_BYTES = 400_000;

/** What hurts parsers: structure, encodings, escapes, quotes, markup. */
const DICTIONARY = [
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '\0',
  '\x1b$B',
  '\x1b(B',
  '\x1b(I',
  '\x1b$(D',
  '\x0e',
  '\x0f',
  '\xff',
  '\x82',
  '\xa4',
  '\xe3\x81',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '"',
  '\\',
  '(',
  ')',
  '<',
  '>',
  ',',
  ';',
  ':',
  '@',
  '.',
  '=',
  '=?',
  '?=',
  '=?utf-8?B?',
  '=?iso-2022-jp?B?GyRC?=',
  '=?shift_jis?Q?=82=A0?=',
  'Content-Type: ',
  'Content-Type: text/html\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n',
  '--x--',
  '; charset=iso-2022-jp',
  '; charset=utf-7',
  '; format=flowed',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  'Subject: ',
  'From: ',
  'References: <a@b> ',
  'Auto-Submitted: auto-replied\r\n',
  'Authentication-Results: mx.example.jp; dmarc=pass\r\n',
  '<blockquote>',
  '</blockquote>',
  '<table>',
  '</table>',
  '<!--',
  '<pre>',
  '<p class="',
  '&#x110000;',
  '> ',
  '-----Original Message-----',
  '-- \r\n',
  'https://example.jp/',
  '予約番号',
].map((piece) =>
  /[^\u0000-\u00FF]/.test(piece) ? Buffer.from(piece) : Buffer.from(piece, 'latin1'),
);

type Mutation = (mail: Buffer, random: Random, mails: readonly Buffer[]) => Buffer;

const flipByte: Mutation = (mail, random) => {
  const changed = Buffer.from(mail);
  if (changed.length > 0) changed[random(changed.length)] = random(256);
  return changed;
};

const remove: Mutation = (mail, random) => {
  const from = random(mail.length + 1);
  return Buffer.concat([mail.subarray(0, from), mail.subarray(from + random(200))]);
};

const truncate: Mutation = (mail, random) => mail.subarray(0, random(mail.length + 1));

const insertWord: Mutation = (mail, random) => insert(mail, random, pick(DICTIONARY, random));

const insertMany: Mutation = (mail, random) => {
  const word = pick(DICTIONARY, random);
  return insert(mail, random, Buffer.concat(Array(1 + random(2000)).fill(word)));
};

const repeatPiece: Mutation = (mail, random) => {
  const from = random(mail.length + 1);
  const piece = mail.subarray(from, from + 1 + random(500));
  return insert(mail, random, Buffer.concat(Array(1 + random(50)).fill(piece)));
};

const splice: Mutation = (mail, random, mails) => {
  const other = pick(mails, random);
  return Buffer.concat([
    mail.subarray(0, random(mail.length + 1)),
    other.subarray(random(other.length + 1)),
  ]);
};

const swapLines: Mutation = (mail, random) => {
  const lines = mail.toString('latin1').split('\n');
  const a = random(lines.length);
  const b = random(lines.length);
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  return Buffer.from(lines.join('\n'), 'latin1');
};

const MUTATIONS: readonly Mutation[] = [
  flipByte,
  flipByte,
  flipByte,
  remove,
  truncate,
  insertWord,
  insertWord,
  insertWord,
  insertMany,
  repeatPiece,
  splice,
  swapLines,
];

/** One of the mails after one to eight mutations. */
export function mutate(mails: readonly Buffer[], random: Random): Buffer {
  let mail = pick(mails, random);
  for (let count = 1 + random(8); count > 0; count--) {
    mail = pick(MUTATIONS, random)(mail, random, mails);
  }
  return mail.subarray(0, MAX_BYTES);
}

function insert(mail: Buffer, random: Random, piece: Buffer): Buffer {
  const at = random(mail.length + 1);
  return Buffer.concat([mail.subarray(0, at), piece, mail.subarray(at)]);
}

function pick<T>(choices: readonly T[], random: Random): T {
  const choice = choices[random(choices.length)];
  if (choice === undefined) throw new RangeError('nothing to choose from');
  return choice;
}
