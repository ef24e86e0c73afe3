/**
 * "七十の手習いですが、よろしくお願いします": what is conceded before a plain yes or a
 * plea takes nothing back, even in words that no table knows. What is conceded about the
 * time, and every known obstacle, keeps its weight. It reads no words itself.
 */
import type { Judgement } from './judgement.ts';
import type { Meaning } from './vocabulary.ts';

const YES: ReadonlySet<Meaning> = new Set(['consent', 'agreement', 'courtesy', 'plea', 'neutral']);
const PASSED_OVER: ReadonlySet<Meaning> = new Set(['statement', 'neutral', 'courtesy']);
/** Of the time, or a wish of its own: that may be an objection. */
const OF_THE_TIME =
  /その日|この日|当日|日時|日程|時間|[時曜〓]|希望|午前|午後|朝|昼|夕|夜|都合|予定|電話|たい|ほし|欲し|ません|ない|別|他の|ほか|違|まだ|返事|返信/;

/** The judgements, clause by clause, without statements that are conceded before a yes. */
export function dropConceded(clauses: readonly (readonly Judgement[])[]): Judgement[] {
  return clauses.flatMap((judged, i) =>
    isConceded(judged, clauses[i + 1] ?? [])
      ? judged.filter(({ meaning }) => !TAKEN_BACK.has(meaning))
      : judged,
  );
}

function isConceded(judged: readonly Judgement[], next: readonly Judgement[]): boolean {
  const [first] = judged;
  const [answer] = next;
  if (!first?.clause.isConceded || !answer?.clause.isAfterBut) return false;
  if (COMES_ALL_THE_SAME.test(answer.clause.text) && !TAKES_BACK.test(first.clause.text))
    return isPlainYes(next);
  if (OF_THE_TIME.test(first.clause.text)) return false;
  if (isOvercome(judged, next)) return true;
  const isOpen = judged.every(({ meaning }) => PASSED_OVER.has(meaning));
  return isOpen && isPlainYes(next);
}

/** "夜勤明けですが大丈夫です": the obstacle is told, and overcome. */
const COMES_ALL_THE_SAME =
  /^[、,]?(?:大丈夫|だいじょうぶ|平気|問題な|問題あ|間に合い|参加し|参加いた|出席し|出席いた|頑張|がんば|なんとか|何とか)/;
/** Not an obstacle that can be overcome, but the refusal itself. */
const TAKES_BACK =
  /きゃんせる|取り?消|辞退|欠席|遠慮|見送|断|中止|やめ|行け|行か|参加|出席|受け|変更|違/;
const TAKEN_BACK: ReadonlySet<Meaning> = new Set(['statement', 'refusal', 'trouble']);

/** "カメラは壊れていますが、音声で参加できます": something does not work, and the person comes. */
function isOvercome(judged: readonly Judgement[], next: readonly Judgement[]): boolean {
  const isTrouble = judged.every(
    ({ meaning }) => PASSED_OVER.has(meaning) || meaning === 'trouble',
  );
  return isTrouble && next.some(({ meaning }) => meaning === 'consent') && isPlainYes(next);
}

function isPlainYes(next: readonly Judgement[]): boolean {
  const isYes = next.some(({ meaning }) => meaning !== 'neutral');
  return isYes && next.every(({ meaning }) => YES.has(meaning));
}
