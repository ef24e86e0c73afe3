/**
 * How mail clients put the mail they answer below a new text. Invented after the habits of each
 * program; the tests lay any reply text over any of these and expect the text back.
 */

export interface Client {
  name: string;
  /** Builds the whole body of a top-posted answer. */
  top: (reply: string, our: string) => string;
  /** False: without our own text nothing in the body tells the quotation apart. */
  tellsAlone: boolean;
}

const OFFICE = 'ハローワーク小林 オンライン相談';
const ADDRESS = 'online@example.go.jp';

export const marked = (text: string, mark = '> ') =>
  text
    .split('\n')
    .map((line) => (line === '' ? mark.trimEnd() : `${mark}${line}`))
    .join('\n');

/** Wraps every line at a number of columns (wide characters count two), as clients do before quoting. */
export function wrapped(text: string, columns: number): string {
  const out: string[] = [];
  for (const line of text.split('\n')) {
    let current = '';
    let width = 0;
    for (const character of line) {
      const wide = character > '\u00ff' ? 2 : 1;
      if (width + wide > columns) {
        out.push(current);
        current = '';
        width = 0;
      }
      current += character;
      width += wide;
    }
    out.push(current);
  }
  return out.join('\n');
}

const headerJa = (from = `${OFFICE} <${ADDRESS}>`) =>
  `差出人: ${from}\n送信日時: 2026年11月20日 金曜日 10:15\n宛先: 山田 花子 <hanako@example.jp>\n件名: 【返信してください】オンライン職業相談`;
const headerEn = `From: ${OFFICE} <${ADDRESS}>\nSent: Friday, November 20, 2026 10:15 AM\nTo: hanako@example.jp <hanako@example.jp>\nSubject: booking`;

const under = (line: string, quote: (our: string) => string) => (reply: string, our: string) =>
  `${reply}\n\n${line}\n\n${quote(our)}\n`;
const angle = (our: string) => marked(our);
const bare = (our: string) => our;

export const CLIENTS: readonly Client[] = [
  {
    name: 'Gmail ja',
    top: under(`2026年11月20日(金) 10:15 ${OFFICE} <${ADDRESS}>:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Gmail ja, two lines',
    top: under(`2026年11月20日(金) 10:15 ${OFFICE} <\n${ADDRESS}>:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Gmail ja, rewrapped',
    top: under(`2026年11月20日(金) 10:15 ${OFFICE} <${ADDRESS}>:`, (our) =>
      marked(wrapped(our, 70)),
    ),
    tellsAlone: true,
  },
  {
    name: 'Gmail en',
    top: under(`On Fri, Nov 20, 2026 at 10:15 AM ${OFFICE} <${ADDRESS}>\nwrote:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Gmail old',
    top: under(`2026-11-20 10:15 GMT+09:00 ${OFFICE} <${ADDRESS}>:`, angle),
    tellsAlone: true,
  },
  {
    name: 'iOS ja',
    top: under(`2026/11/20 10:15、${OFFICE} <${ADDRESS}>のメール:`, angle),
    tellsAlone: true,
  },
  {
    name: 'iOS ja full width',
    top: under(`2026/11/20 10:15、${OFFICE} ＜${ADDRESS}＞のメール：`, angle),
    tellsAlone: true,
  },
  {
    name: 'iOS ja with phone line',
    top: (reply, our) =>
      `${reply}\n\niPhoneから送信\n\n2026/11/20 10:15、${OFFICE}<${ADDRESS}>のメール:\n\n${marked(our)}`,
    tellsAlone: true,
  },
  {
    name: 'iOS ja, quote without marks',
    top: under(`2026/11/20 10:15、${OFFICE} <${ADDRESS}>のメール:`, bare),
    tellsAlone: true,
  },
  {
    name: 'Apple Mail ja',
    top: under(`2026年11月20日(金) 10:15、${OFFICE} <${ADDRESS}>のメール：`, angle),
    tellsAlone: true,
  },
  {
    name: 'Apple Mail en',
    top: under(`On Nov 20, 2026, at 10:15, ${OFFICE} <${ADDRESS}> wrote:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Outlook ja new',
    top: (reply, our) => `${reply}\n\n________________________________\n${headerJa()}\n\n${our}`,
    tellsAlone: true,
  },
  {
    name: 'Outlook ja, no stroke',
    top: (reply, our) => `${reply}\n\n${headerJa()}\n\n${our}`,
    tellsAlone: true,
  },
  {
    name: 'Outlook ja, name only',
    top: (reply, our) => `${reply}\n\n${headerJa(OFFICE)}\n\n${our}`,
    tellsAlone: true,
  },
  {
    name: 'Outlook ja old',
    top: (reply, our) =>
      `${reply}\n\n-----Original Message-----\nFrom: ${OFFICE} [mailto:${ADDRESS}]\nSent: Friday, November 20, 2026 10:15 AM\nTo: 山田 花子\nSubject: 予約\n\n${our}`,
    tellsAlone: true,
  },
  {
    name: 'Outlook ja old, marked',
    top: (reply, our) =>
      `${reply}\n\n-----Original Message-----\n${marked(`${headerJa()}\n\n${our}`)}`,
    tellsAlone: true,
  },
  {
    name: 'Outlook en',
    top: (reply, our) => `${reply}\n\n________________________________\n${headerEn}\n\n${our}`,
    tellsAlone: true,
  },
  {
    name: 'Outlook mobile ja',
    top: (reply, our) =>
      `${reply}\n\niOS 版 Outlook を入手<https://aka.ms/o0ukef>\n________________________________\n${headerJa()}\n\n${our}`,
    tellsAlone: true,
  },
  {
    name: 'Outlook, links expanded',
    top: (reply, our) =>
      `${reply}\n\n________________________________\n${headerJa()}\n\n${our.replace(/(https:\/\/\S+)/g, '$1<$1>')}`,
    tellsAlone: true,
  },
  {
    name: 'Outlook paragraphs',
    top: (reply, our) =>
      `${reply}\n\n${headerJa().replace(/\n/g, '\n\n')}\n\n${our.replace(/\n/g, '\n\n')}`,
    tellsAlone: true,
  },
  {
    name: 'Windows Mail',
    top: (reply, our) =>
      `${reply}\n\n送信元: ${OFFICE}\n送信日時: 2026年11月20日 10:15\n宛先: hanako@example.jp\n件名: 予約\n\n${our}`,
    tellsAlone: true,
  },
  {
    name: 'Thunderbird ja',
    top: under(`On 2026/11/20 10:15, ${OFFICE} wrote:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Thunderbird ja brackets',
    top: under(`(2026/11/20 10:15), ${OFFICE} wrote:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Thunderbird ja kakimashita',
    top: under(`2026/11/20 10:15、${OFFICE} さんは書きました:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Yahoo ja',
    top: (reply, our) =>
      `${reply}\n\n----- Original Message -----\nFrom: ${OFFICE} <${ADDRESS}>\nTo: hanako@yahoo.co.jp\nDate: 2026/11/20 金 10:15\nSubject: 予約\n\n${marked(our)}`,
    tellsAlone: true,
  },
  {
    name: 'Yahoo app',
    top: under(`2026年11月20日(金) 10:15 ${OFFICE} <${ADDRESS}>:`, (our) => marked(our, '>')),
    tellsAlone: true,
  },
  {
    name: 'Yahoo en',
    top: under(
      `On Friday, November 20, 2026 at 10:15:00 AM GMT+9, ${OFFICE} <${ADDRESS}> wrote:`,
      bare,
    ),
    tellsAlone: true,
  },
  {
    name: 'docomo',
    top: (reply, our) =>
      `${reply}\n\n-----元のメッセージ-----\n差出人：${ADDRESS}\n日時：2026/11/20 10:15\n宛先：hanako@docomo.ne.jp\n件名：予約\n\n${our}`,
    tellsAlone: true,
  },
  { name: 'docomo arrows', top: (reply, our) => `${reply}\n${marked(our, '>')}`, tellsAlone: true },
  {
    name: 'au wide marks',
    top: (reply, our) => `${reply}\n\n${marked(our, '＞')}`,
    tellsAlone: true,
  },
  {
    name: 'SoftBank',
    top: (reply, our) => `${reply}\n\n----- Original Message -----\n${marked(our)}`,
    tellsAlone: true,
  },
  {
    name: 'Samsung',
    top: (reply, our) =>
      `${reply}\n\nGalaxyから送信しました。\n\n-------- 元のメッセージ --------\n差出人: ${ADDRESS} \n日付: 2026/11/20  10:15  (GMT+09:00) \n宛先: hanako@example.jp \n件名: 予約 \n\n${our}`,
    tellsAlone: true,
  },
  {
    name: 'carrier without any frame',
    top: (reply, our) => `${reply}\n\n${our}`,
    tellsAlone: false,
  },
  {
    name: 'Becky!',
    top: (reply, our) =>
      `${reply}\n\nOn Fri, 20 Nov 2026 10:15:00 +0900\n${OFFICE} <${ADDRESS}> wrote:\n\n${marked(our)}`,
    tellsAlone: true,
  },
  {
    name: 'Shuriken',
    top: (reply, our) => `${reply}\n\n${OFFICE} さんは書きました：\n${marked(our)}`,
    tellsAlone: true,
  },
  {
    name: 'Hidemaru',
    top: (reply, our) =>
      `${reply}\n\n${OFFICE}さんの\n<20261120.101500@example.go.jp>から\n${marked(our)}`,
    tellsAlone: true,
  },
  {
    name: 'Spark',
    top: under(`On Nov 20, 2026, 10:15 +0900, ${OFFICE} <${ADDRESS}>, wrote:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Proton ja',
    top: (reply, our) =>
      `${reply}\n\n------- Original Message -------\n${OFFICE} <${ADDRESS}> が 2026年11月20日 金曜日 10:15 に書きました:\n\n${marked(our)}`,
    tellsAlone: true,
  },
  {
    name: 'bars',
    top: under(`2026/11/20 10:15 ${OFFICE}:`, (our) => marked(our, '| ')),
    tellsAlone: true,
  },
  {
    name: 'wide guillemets',
    top: under(`2026/11/20 10:15 ${OFFICE}:`, (our) => marked(our, '》')),
    tellsAlone: true,
  },
  {
    name: 'German phone',
    top: under(`Am Fr., 20. Nov. 2026 um 10:15 Uhr schrieb ${OFFICE} <${ADDRESS}>:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Vietnamese phone',
    top: under(`Vào Th 6, 20 thg 11, 2026 vào lúc 10:15 ${OFFICE} <${ADDRESS}> đã viết:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Chinese phone',
    top: under(`${OFFICE} <${ADDRESS}> 于2026年11月20日周五 10:15写道：`, angle),
    tellsAlone: true,
  },
  {
    name: 'Portuguese phone',
    top: under(`Em sex., 20 de nov. de 2026 às 10:15, ${OFFICE} <${ADDRESS}> escreveu:`, angle),
    tellsAlone: true,
  },
  {
    name: 'Korean phone',
    top: under(`2026년 11월 20일 (금) 오전 10:15, ${OFFICE} <${ADDRESS}>님이 작성:`, angle),
    tellsAlone: true,
  },
];
