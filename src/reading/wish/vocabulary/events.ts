/**
 * What stands beside a day or an hour and takes it for something else than the wished talk:
 * an event, a routine, the hours of a job. Data only.
 */
import type { VocabularyEntry } from '../token.ts';
import { spellings } from './spellings.ts';

/** An event that is not the wished talk; holds only right behind its day and clock time. */
export const EVENTS: readonly VocabularyEntry[] = spellings(
  `
    退職 離職 入社 卒業 締切 締め切り 〆切 締切り 期限 有効 発行 交付 生まれ 生 誕生 付け 付で 付
    必着 消印 解雇 契約終了 契約満了 契約が切れ 契約が終 雇用契約 開講 失効 終了 満了 に始ま
    が始ま から始ま に開始 から開始 にスタート からスタート に支給 に支払 に振込 に入金 面接予定
    面接を受け 訓練開始 訓練が始 採用予定 採用の 採用です 採用で 入社の 入社予定 から就業 より就業
    から就労 より勤務 から勤務開始 からの勤務 からの仕事 からの採用 が認定 にあります にある
    にあり、 にありまして に行われ に開催 に実施 に予定され に決まりま に決まり に決定 引っ越し
    引越し 転居 出産 手術 退院 入院 から働 から勤務 から仕事 までに返信 までに返事 までにお返事
    までに連絡 までにご連絡 までに提出 までに申込 までに申し込 までに届 までに決め 取得 が定休
    は定休 定休日
  `,
  { type: 'sense', sense: 'event' },
);

/** Written before its day or behind it. */
export const EITHER_EVENTS: readonly VocabularyEntry[] = spellings(
  `
    勤務開始 勤務開始日 就業開始 就業開始日 就労開始 就労開始日 採用開始 面接が 面接は 試験が
    試験は 一次面接は 二次面接は 認定は 認定日は 認定が 認定日が 次の認定は 次回の認定は 説明会は
    入社は 退職は
  `,
  { type: 'sense', sense: 'event_either' },
);

/** Working hours and the like: times in such a clause are no wish. */
export const ROUTINES: readonly VocabularyEntry[] = spellings(
  `
    に終わ に終り で終わ まで仕事 まで勤務 まで働 まで学校 まで授業 からパート からバイト
    からアルバイト までパート までバイト まで外出 の勤務 勤務です 勤務して 働いて 勤めて 寝て
    起きて に帰宅 まで保育 お迎え の仕事が終わ の仕事を まで育児 まで病院 閉庁 営業中
  `,
  { type: 'sense', sense: 'routine' },
);

/** Right behind a range of hours these make them a job's hours. */
export const WORK: readonly VocabularyEntry[] = spellings(
  `
    勤務 就業 仕事 お仕事 パート アルバイト バイト 働 シフト 営業 開館 開庁 求人 労働 職場
    フルタイム 短時間勤務 時短
  `,
  { type: 'sense', sense: 'work' },
);
