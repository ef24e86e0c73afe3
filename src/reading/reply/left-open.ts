/**
 * Clauses that break off: "了解しましたけど…", "起きられたら。", "ちょっと". Japanese says no by
 * leaving the end unsaid, so what hangs in the air is a doubt, whatever stood before it.
 * It looks at the end of one clause only.
 */
import type { Clause } from './clauses.ts';
import type { Meaning } from './vocabulary.ts';

/** A condition without what follows from it. */
const HANGING_CONDITION =
  /(?:たら|だら|[えけげせてねべめれ]ば|なら|ならば|であれば|限り|かぎり|場合(?:は|に限り|のみ)?|次第|ないと|(?:とき|時)(?:は|だけ|のみ)?)(?:の話)?(?:で?す?が|で?す?けど|だけど)?[ねでよす、,\s]*$/;
/** "よろしければ", "お話しできたら", "何かあれば": politeness, a wish, or no condition of the yes. */
const HARMLESS =
  /(?:いただけ|頂け|いただけまし|頂けまし|もらえ|くだされ|下され|願え|できれ|出来れ|でき|聞け|伺え|会えれ|会え)(?:たら|ば|れば)[、,\s]*$|(?:よろし|宜し|よ|差し?支えな|可能で)(?:ければ|かったら|ければ|あれば)|(?:何か|なにか|不明な?点|変更|質問)(?:が|等|など)?(?:あ|ござ)/;

/** Whether a clause is a condition and nothing follows from it. */
export function isHangingCondition({ text, isLast, hasQuestionMark }: Clause): boolean {
  if (!isLast || hasQuestionMark) return false;
  return HANGING_CONDITION.test(text) && !HARMLESS.test(text);
}

const HALF_SAID: ReadonlySet<Meaning> = new Set(['agreement', 'consent', 'courtesy', 'assurance']);

/** Whether a yes is said against something that is left unsaid. */
export function isHalfSaid({ isConceded, isLast }: Clause, meaning: Meaning): boolean {
  return isConceded && isLast && HALF_SAID.has(meaning);
}
