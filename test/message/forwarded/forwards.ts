/** How mail clients forward a mail inline: invented after the habits of each program. */
import { marked } from '../reply-text/clients.ts';

export interface Forwarder {
  name: string;
  /** Builds the body of a forward of `original`, with a comment above. */
  build: (comment: string, original: string) => string;
  /** The address is printed; false: the name only. */
  printsAddress: boolean;
}

const FROM = '外山 美咲 <misaki@example.jp>';
const SUBJECT = 'オンライン相談希望';
const DATE = '2026年11月23日 21:08';

const block = (labels: [string, string, string, string], from = FROM, date = DATE) =>
  `${labels[0]}: ${from}\n${labels[1]}: ${date}\n${labels[2]}: 総合窓口 <info@example.go.jp>\n${labels[3]}: ${SUBJECT}`;
const ja = block(['差出人', '送信日時', '宛先', '件名']);
const en = block(['From', 'Sent', 'To', 'Subject']);

const lines =
  (separator: string, header: string, quote: (text: string) => string = (text) => text) =>
  (comment: string, original: string) =>
    `${comment}\n\n${separator}\n${header}\n\n${quote(original)}\n`;

export const FORWARDERS: readonly Forwarder[] = [
  {
    name: 'Outlook ja, stroke',
    build: lines('________________________________', ja),
    printsAddress: true,
  },
  {
    name: 'Outlook ja, no stroke',
    build: (comment, original) => `${comment}\n\n${ja}\n\n${original}`,
    printsAddress: true,
  },
  {
    name: 'Outlook ja, name only',
    build: lines(
      '________________________________',
      block(['差出人', '送信日時', '宛先', '件名'], '外山 美咲'),
    ),
    printsAddress: false,
  },
  {
    name: 'Outlook old',
    build: lines('-----Original Message-----', en.replace(/<(.*?)>/g, '[mailto:$1]')),
    printsAddress: true,
  },
  { name: 'Outlook old ja', build: lines('-----元のメッセージ-----', ja), printsAddress: true },
  { name: 'Outlook en', build: lines('________________________________', en), printsAddress: true },
  {
    name: 'Outlook en bold',
    build: lines('________________________________', en.replace(/^(\w+):/gm, '*$1:*')),
    printsAddress: true,
  },
  {
    name: 'Outlook paragraphs',
    build: (comment, original) =>
      `${comment}\n\n${ja.replace(/\n/g, '\n\n')}\n\n${original.replace(/\n/g, '\n\n')}`,
    printsAddress: true,
  },
  {
    name: 'Gmail',
    build: lines(
      '---------- Forwarded message ---------',
      block(['From', 'Date', 'To', 'Subject']),
    ),
    printsAddress: true,
  },
  {
    name: 'Gmail ja',
    build: lines('---------- 転送メッセージ ---------', block(['差出人', '日付', '宛先', '件名'])),
    printsAddress: true,
  },
  {
    name: 'Thunderbird',
    build: lines(
      '-------- Forwarded Message --------',
      `Subject: \t${SUBJECT}\nDate: \tMon, 23 Nov 2026 21:08:00 +0900\nFrom: \t${FROM}\nTo: \tinfo@example.go.jp\n\n`,
    ),
    printsAddress: true,
  },
  {
    name: 'Thunderbird ja',
    build: lines(
      '-------- 転送メッセージ --------',
      `件名: \t${SUBJECT}\n日付: \tMon, 23 Nov 2026 21:08:00 +0900\n差出人: \t${FROM}\n宛先: \tinfo@example.go.jp\n\n`,
    ),
    printsAddress: true,
  },
  {
    name: 'Apple Mail',
    build: lines(
      'Begin forwarded message:\n',
      marked(block(['From', 'Date', 'To', 'Subject'])),
      marked,
    ),
    printsAddress: true,
  },
  {
    name: 'Apple Mail ja',
    build: lines(
      '転送されたメッセージ：\n',
      marked(block(['差出人', '日時', '宛先', '件名'])),
      marked,
    ),
    printsAddress: true,
  },
  {
    name: 'iOS ja',
    build: lines(
      '転送されたメッセージ:\n',
      marked(block(['差出人', '日時', '宛先', '件名'])),
      marked,
    ),
    printsAddress: true,
  },
  {
    name: 'iOS ja full width',
    build: lines('転送されたメッセージ：\n', marked(ja.replace(/: /g, '：')), marked),
    printsAddress: true,
  },
  {
    name: 'Yahoo ja',
    build: lines('----- Forwarded Message -----', block(['From', 'Date', 'To', 'Subject'])),
    printsAddress: true,
  },
  {
    name: 'Yahoo ja, marked',
    build: lines('----- Forwarded Message -----', block(['From', 'Date', 'To', 'Subject']), marked),
    printsAddress: true,
  },
  {
    name: 'Samsung',
    build: lines('-------- 元のメッセージ --------', block(['差出人', '日付', '宛先', '件名'])),
    printsAddress: true,
  },
  {
    name: 'Becky!',
    build: lines(
      '-------------------- Start of forwarded message --------------------',
      block(['From', 'Date', 'To', 'Subject']),
    ),
    printsAddress: true,
  },
  { name: 'by hand', build: lines('---- 転送ここから ----', ja), printsAddress: true },
];
