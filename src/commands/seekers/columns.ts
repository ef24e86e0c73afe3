/**
 * Which columns of an office's list hold what: the headers in use, and the choice among them. A
 * column that is not known is left alone and named. It reads no cell below the header.
 */

export type ColumnKind = 'seekerNumber' | 'name' | 'familyName' | 'givenName' | 'address' | 'phone';

/** Folded headers of each kind, the surest first: of two columns the earlier word wins. */
const HEADERS: Record<ColumnKind, readonly string[]> = {
  seekerNumber: words(`求職番号 求職者番号 求職登録番号 求職者登録番号 求職申込番号 求職管理番号
    求職票番号 ハローワークカード番号 求職no 求職者no 求職no. 求職者no. 求職id 求職者id`),
  name: words(`氏名 氏名(漢字) 漢字氏名 氏名漢字 求職者氏名 求職者名 求職者の氏名 利用者氏名 利用者名
    お名前 名前 姓名`),
  familyName: words('姓 氏 苗字 名字 氏名(姓)'),
  givenName: words('名 氏名(名) 下の名前'),
  address: words(`マイページ マイページアカウント マイページアドレス マイページメールアドレス
    マイページのメールアドレス マイページ登録メールアドレス メールアドレス(マイページ)
    求職者マイページ 求職者マイページアカウント 求職者マイページメールアドレス 登録メールアドレス
    登録アドレス アカウント メールアドレス メール eメール eメールアドレス e-mail email e-mailアドレス
    emailアドレス mail mailアドレス mailaddress emailaddress メアド アドレス`),
  phone: words(`電話番号 連絡先電話番号 電話 連絡先 連絡先番号 携帯電話番号 携帯電話 携帯番号 携帯
    電話番号(携帯) 電話番号1 tel tel番号 tel. phone 固定電話 固定電話番号 自宅電話番号 自宅電話
    電話番号(自宅)`),
};

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

const KINDS = Object.keys(HEADERS) as ColumnKind[];

/** Where each kind stands, from 0, and the headers of columns that are not used. */
export interface Columns {
  at: Partial<Record<ColumnKind, number>>;
  unused: string[];
}

/** The columns of a header row, or one Japanese sentence for each thing that is wrong with it. */
export function columnsOf(header: readonly string[]): Columns | { problems: string[] } {
  const folded = header.map(fold);
  const at: Columns['at'] = {};
  const problems: string[] = [];
  for (const kind of KINDS) {
    const word = HEADERS[kind].find((candidate) => folded.includes(candidate));
    if (word === undefined) continue;
    const first = folded.indexOf(word);
    if (folded.indexOf(word, first + 1) >= 0) {
      problems.push(`見出し「${header[first]}」の列が二つあります。使う列だけを残してください。`);
    }
    at[kind] = first;
  }
  const hasName = at.name !== undefined || at.familyName !== undefined;
  if (at.seekerNumber === undefined) problems.push(missing('求職番号'));
  if (!hasName) problems.push(missing('氏名'));
  if (at.address === undefined) problems.push(missing('メールアドレス'));
  if (problems.length > 0) return { problems };
  const used = new Set(Object.values(at));
  const unused = header.filter((name, i) => !used.has(i) && name.trim() !== '');
  return { at, unused };
}

/** Whether a row is the header: above it an office may have a title. */
export function isHeader(cells: readonly string[]): boolean {
  return cells.some((cell) => HEADERS.seekerNumber.includes(fold(cell)));
}

function missing(column: string): string {
  return `「${column}」の列がありません。見出しの行に「${column}」と書いてください。`;
}

/** Width, case, spaces and hyphens in one form: 「 Ｅ－Ｍａｉｌ 」 is "e-mail". */
function fold(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_・:*※]/g, '')
    .replace(/[‐‑–—−]/g, '-');
}
