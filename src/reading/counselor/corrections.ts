/**
 * What a counselor writes above a mail that he forwards: "時間を10:30→11:00に訂正です" takes back
 * what stands below it, "よろしくお願いします" does not. It reads no time; which of both holds, a
 * person says.
 */
import { wordsIn } from '../word-list.ts';

const TAKES_BACK = wordsIn(`
  訂正 修正 変更 変わり 変えて 間違 誤り 正しくは ではなく じゃなく → ⇒ 取消 取り消 キャンセル 辞退 中止
  不要 保留 待って 見送 断り 却下 重複
`);

/** Whether a forwarder's remark takes back or corrects the mail that he forwards. */
export function correctsOriginal(remark: string): boolean {
  return TAKES_BACK.some((word) => remark.includes(word));
}
