/**
 * Whether a clause only says who writes: "山田です", "わたしはグエンといいます", a name
 * alone at the foot. A word that looks like an event ("試合です") is never taken for a
 * name unless it is a known family name. It reads no name out; that is the work of items/.
 */
import { looksLikeName } from '../items/name-shape.ts';
import { isSurname, surnameLength } from '../items/surnames.ts';
import { normalise } from '../normalise.ts';
import type { Clause } from './clauses.ts';

const SAYS_ONESELF = /^(?:私|わたし|わたくし|僕|ぼく|俺|おれ)(?:は|の名前は|、)[ \u3000]*/;
const SAYS_NAME =
  /[ \u3000]*(?:です|でございます|と申します|ともうします|といいます|と言います|と申す者です|っす|だよ)[、。.]?$/;
const SIGNS = /[ \u3000]*(?:より|拝|九拝)?$/;
const LATIN_NAME = /^[A-Z][A-Za-z]+ [A-Z][A-Za-z]+$/;
/** The last sign of words for what people have to do or go to, and of hardly a name. */
const EVENT_ENDS =
  /[事式会験習日勤業院校約用定議診席祭練検務宿古合講座園後前先物食飲券料金代送迎車番組発着流行病症熱院療談査証書類届状件点中外内旅航便駅店社員者師生徒供児]$/;
/** A kanji with hiragana behind it is a verb or an adjective, where no family name is known. */
const HAS_ENDING = /\p{Script=Han}[ぁ-ん]/u;
/** "小林市の渡司です". */
const OF_A_PLACE = /^[^\s、。]{1,8}?[市町村区県郡](?:在住)?の/;
const PARTICLE_INSIDE = /[はがをもにへ][ \u3000]/;
const LONGEST_NAME = 14;

/** At the top, at the foot, or after "I am". */
export function isIntroduction(clause: Clause): boolean {
  const text = normalise(clause.raw)
    .text.trim()
    .replace(/^[、,\s\d-]+/, '');
  const bare = text.replace(SAYS_ONESELF, '').replace(OF_A_PLACE, '');
  const isTold = SAYS_NAME.test(bare);
  if (isTold && (clause.isEarly || bare !== text)) return isName(bare.replace(SAYS_NAME, ''));
  if (clause.isFirst || !clause.isAtEdge) return false;
  return LATIN_NAME.test(text) || isName(text.replace(SIGNS, ''));
}

function isName(text: string): boolean {
  if (PARTICLE_INSIDE.test(text)) return false;
  if (text === '' || text.length > LONGEST_NAME || !looksLikeName(text)) return false;
  const isKnown = isSurname(text) || surnameLength(text) > 1 || /[ \u3000・]/.test(text);
  return isKnown || !(EVENT_ENDS.test(text) || HAS_ENDING.test(text));
}
