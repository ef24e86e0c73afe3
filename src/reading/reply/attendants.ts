/**
 * People who come along (Article 12(3)): interpreters and helpers. Data only.
 * Saying that one comes is consent and a flag; asking for one is a question and a flag.
 */
import type { Stem } from './vocabulary.ts';

export const ATTENDANTS: readonly Stem[] = [
  { act: 'helper', flag: 'interpreter', words: '通訳 つうやく 手話 要約筆記 翻訳' },
  {
    act: 'helper',
    flag: 'attendant',
    words: `
      同席 どうせき 同伴 付き添 付添 つきそ 介助 介護者 ヘルパー 支援員 支援者 ケースワーカー
      ケアマネ ジョブコーチ 就労支援 相談支援 一緒に参加 いっしょに参加 と一緒に といっしょに
      も一緒に聞 と一緒に聞 も参加 も一緒 も出席 隣に 横に 横で 隣で そばに 傍に 立ち会 立会 補助者 後見人 保護者
    `,
  },
];
