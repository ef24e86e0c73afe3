/**
 * Words by which a mail with two 求職番号 says which one holds. Data only; a row ends directly
 * before the number or begins directly behind it. What they decide is in seeker-number.ts.
 */
import { wordsIn } from '../word-list.ts';

/** "旧 45010-…", "前の番号は45010-…": a number that holds no more. */
const OUTDATED_BEFORE = `旧 旧番号 前の 前の番号 以前の 以前の番号 古い 古い番号 古いほう 古い方 昔の 変更前 更新前
  前回の 前回の番号 最初の番号 元の番号 間違えた 間違った 誤った 誤 失効した 無効の 無効な 使えない`;
/** "45010-…でしたが", "45010-…は古い". */
const OUTDATED_BEHIND = `でしたが だったが でしたけ だったけ だったの は古い は旧 は以前 は前の は無効 は失効
  は使え は使って は間違 は誤 から変わ から変更 が古い が旧`;
/** "今は45010-…", "新 45010-…": the one that holds. */
const CURRENT_BEFORE = `新 新番号 新しい 新しい番号 新しいほう 新しい方 今の 今の番号 今は 現在の 現在 現在は 現在の番号
  変更後 更新後 最新の 正しい 正しい番号 正しくは 訂正 正 正は 正しいのは こちらが`;
const CURRENT_BEHIND = 'に変わ に変更 になりました が新しい が正しい が今の が現在';
/** In brackets behind the number: "45010-…（旧）". */
const OUTDATED_NOTE = '旧 古い 前の 以前 無効 失効 昔';
const CURRENT_NOTE = '新 今 現在 正 こちら';

/** What may stand between such a word and the number. */
const LABEL =
  '(?:の)?(?:求職|登録|求職登録|求職者|受付票|カード|ハローワーク)?(?:者|カード)?(?:番号|ばんごう|No\\.?)?';
const LINK = '[はがの、:： 　（(「]{0,4}$';

export const OUTDATED = {
  before: endsBefore(OUTDATED_BEFORE),
  behind: beginsBehind(OUTDATED_BEHIND, OUTDATED_NOTE),
} as const;
export const CURRENT = {
  before: endsBefore(CURRENT_BEFORE),
  behind: beginsBehind(CURRENT_BEHIND, CURRENT_NOTE),
} as const;

/** "私：高妻 凜（45010-…": the writer's own among those of several people. */
export const OWN_BEFORE: RegExp =
  /(?:私|わたし|自分|本人)(?:の|は|:|：)(?!母|父|妻|夫|主人|息子|娘|家族|友)[^。、\n]{0,14}$/;

function endsBefore(words: string): RegExp {
  return new RegExp(`(?:${alternatives(words)})${LABEL}${LINK}`, 'i');
}

function beginsBehind(words: string, notes: string): RegExp {
  const note = `[(（](?:${alternatives(notes)})[^()（）\\d]{0,6}[)）]`;
  return new RegExp(`^[)）」]?[ ]?(?:${alternatives(words)}|${note})`);
}

function alternatives(words: string): string {
  return wordsIn(words).join('|');
}
