/**
 * Texts of any length that hold a careless pattern up: runs of one sign or unit, and runs with
 * something before or behind them that the run seemed to lead to and did not. And how long work
 * takes in processor time of this process, so that a busy machine does not fail a test.
 */

/** Runs of one sign, and units that begin what the readers look for. */
const UNITS = [
  ...[
    '1',
    '１',
    'a',
    'あ',
    'ｱ',
    'ー',
    '漢',
    '田中',
    '0',
    '-',
    '~',
    '。',
    '、',
    '・',
    '>',
    '=',
    '|',
  ],
  ...['(', ')', '（', '「', '【', '①', ' ', '\u3000', '\n', '\r\n', ' \n', '\t', '\u0000', '😀'],
  ...[
    '👍',
    '12/3',
    '12月3日10時',
    '3日か4日、',
    '10時から',
    '第一希望',
    '令和8年',
    '(水)',
    '10:00-',
  ],
  ...['は3日', '090-', '45010-', 'a@b.', '氏名：', '氏名：山田\n', 'と申します', '様より', '母の'],
  ...[
    'm(',
    '(^',
    'ww',
    '了解です。',
    '参加します。',
    'ませんが、',
    '変更 12/4\n',
    '取消',
    'メール：a',
  ],
  ...['> 引用\n', '\u3000あ', 'x,'],
];

/** What stands before a run, its unit, and what stands behind it. */
const TRAPS: readonly (readonly [string, string, string])[] = [
  // As short as a line of a mail, these were tried in every way that their words can be cut.
  ['', 'ですよ', 'い'],
  ['', '…', '\0'],
  ['', '‥…', '\0'],
  ['', '・・', 'x'],
  ['', '->', 'x'],
  ['認', '\t', 'x'],
  ['理由：', ' ', '\n'],
  ['事由は', '\t', '\n'],
  ['で', 'すで', '。\0\t\0'],
  ['', '。', '\0'],
  ['', '\t', '\0\t'],
  ['', 'い氏の様', '\n'],
  ['氏名：', 'い氏の様', 'x'],
  ['氏名', '…', 'x'],
  ['本文\n', '\n', ' x'],
  ['', '\n', '\nb'],
  ['', '[', '][]'],
  ['メール：a@b.jp', '。', 'x'],
  ['', '> \n', 'x'],
  ['', '様', 'x'],
  ['変更', '\t', 'x'],
  ['取消 ', ' ', 'x'],
  ['On ', 'a ', 'wrote'],
  ['-----', '-', 'x'],
  ['From: a\n', 'To: b\n', 'x'],
];

export interface HostileText {
  /** Told where a reader is held up. */
  name: string;
  text: string;
}

/** So few of a unit that one try more for each of them is seen, and does not last for ever. */
const FEW = 27;

/** Every shape, short and at about the given length; made one by one, for they are large. */
export function* hostileTexts(length: number): Generator<HostileText> {
  for (const unit of UNITS) {
    for (const count of [FEW, Math.ceil(length / unit.length)]) {
      yield { name: `${count} x ${JSON.stringify(unit)}`, text: unit.repeat(count) };
    }
  }
  for (const [before, unit, behind] of TRAPS) {
    for (const count of [FEW, Math.ceil(length / unit.length)]) {
      const name = `${count} x ${JSON.stringify([before, unit, behind])}`;
      yield { name, text: `${before}${unit.repeat(count)}${behind}` };
    }
  }
}

const TRIES = 3;
/** A busy machine takes longer in processor time, too: caches are shared. */
const BUSY = process.env['CI'] === undefined ? 2 : 1;

/** The texts that hold `read` up for longer than the limit, even in the best of three tries. */
export function heldUpBy(
  read: (text: string) => unknown,
  { length, limitMs }: { length: number; limitMs: number },
): string[] {
  const slow: string[] = [];
  for (const { name, text } of hostileTexts(length)) {
    const first = bestOf(1, () => read(text));
    const spent = first < limitMs ? first : bestOf(TRIES, () => read(text));
    if (spent >= limitMs * BUSY) slow.push(`${name} ${Math.round(spent)} ms`);
  }
  return slow;
}

function bestOf(tries: number, work: () => unknown): number {
  const times = Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
