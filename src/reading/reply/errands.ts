/**
 * Verbs of coming that speak of another errand: "病院に行きます", "検査を受けます". A table of
 * verbs with the object that turns them away, and the objects that mean the session.
 */
import type { Predicate } from './predicates.ts';

/** "病院に行きます", "検査を受けます", "ご連絡をお待ちしています": another errand than the session. */
export function isElsewhere({ word, gap }: Predicate, before: Predicate[]): boolean {
  if (before.some(({ act }) => act === 'helper')) return false;
  const rule = ERRANDS.find(({ verb }) => verb.test(word));
  return rule?.object.test(gap) === true && !rule.session.test(gap);
}

const ERRANDS: readonly { verb: RegExp; object: RegExp; session: RegExp }[] = [
  {
    verb: /^(行|いき|いく|いけ|参り|まいり)/,
    object: /[^、,〓\s][にへ]$|[^、,〓\s]て$/,
    session:
      /(時間|時刻|当日|時|日|絶対|必ず|一緒|是非|ぜひ|相談|面談|そちら|通り|とおり|よう|ため|予定|間違いなく|ところ|場所|所)[にへ]$/,
  },
  {
    verb: /^(出ます|出られます|出れます)/,
    object: /[^、,〓\s](?:と|って|が|を|へ|から)$/,
    session:
      /(相談|面談|時間どおり|通り|必ず|ちゃんと|きちんと|zoom|ず[ーう]?む)(?:に|と|を|から)?$/,
  },
  {
    verb: /^(受|お受)/,
    object: /を$/,
    session: /(相談|面談|面接対策|支援|サービス|これ|それ|お話|話|カウンセリング|指導)を$/,
  },
  {
    verb: /^(面談|面会|相談|予約)/,
    object: /(?:学校|病院|会社|職場|園|役所|役場|銀行|施設|他所|よそ)(?:で|に|の|との)$/,
    session: /^$/,
  },
  { verb: /^(お待|待)/, object: /を$/, session: /(時|時間|当日|その日)を$/ },
];
