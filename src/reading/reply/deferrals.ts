/**
 * "後ほど返信します", "明日電話します": the answer itself is put off, so what is agreed
 * beside it is no answer yet. Words for later times and words for answering are data;
 * one of each in a clause defers. "何かあればまた連絡します" defers nothing.
 */
import { wordsOf } from './fold.ts';

const LATER = wordsOf(`
  後ほど のちほど 後で あとで 後日 改めて あらためて 改めまして 追って おって また後 またあとで
  また後日 また今度 近いうち 近々 近日中 そのうち いずれ 折を見て 落ち着いたら 帰ったら 帰宅後
  帰宅したら 仕事が終わったら 終わり次第 夜に 今夜 今晩 夕方 明日 あした 明後日 あさって 翌日 翌朝
  来週 週明け 月曜 次第 〓 もう少ししたら もうしばらく
`);
const ANSWERS = wordsOf(`
  返信します 返信いたし 返信致し 返信させ 返信する 返信でき 返事します 返事いたし 返事致し
  返事させ 返事する 返事を 返答します 返答いたし 回答します 回答いたし 回答させ 連絡します
  連絡いたし 連絡致し 連絡させ 連絡する 連絡差し上げ 連絡さしあげ ご連絡申し上げ 連絡し直
  電話します 電話いたし 電話致し 電話させ 電話する 電話差し上げ 電話かけ 電話を かけ直し
  お知らせします お知らせいたし お知らせ致し 知らせます メールします メールいたし メールさせ
  送ります お送りします お送りいたし 決めます 決めさせ 決めたい
`);
const ONLY_IF =
  /何か|なにか|万が一|万一|もしも|場合|際は|ときは|時は|変更が|質問が|[ばら]、?(?:また|改めて|すぐ|ご|連絡)/;

/** "元気になってからにします". */
const UNTIL = /[てで]から(?:に(?:し|さ|なり|願)|で(?:お願い|いい|良い|よい))/;

/** Whether a clause, in matching form, puts the answer off to later. */
export function isDeferred(text: string): boolean {
  if (UNTIL.test(text)) return true;
  if (ONLY_IF.test(text)) return false;
  return LATER.some((word) => text.includes(word)) && ANSWERS.some((word) => text.includes(word));
}
