/**
 * 氏名, Article 6(2)①: whose booking it is, as that person writes it. The label first, then what
 * the prose says, then the signature; the sender's display name only where the text names
 * nobody. Never the local part of an address, never the counselor, the office, an interpreter.
 */

import { normalise } from '../normalise.ts';
import type { ItemResult } from './doubt.ts';
import { NOTHING } from './doubt.ts';
import type { Field } from './field.ts';
import { type NameCandidate, WEIGHT } from './name-candidate.ts';
import { cleanName, type NameValue } from './name-clean.ts';
import { isSomebodyElse, namesInPhrases } from './name-cues.ts';
import { namesByPlace } from './name-places.ts';
import { isFamilyNameOnly, isKanaOnly, looksLikeName } from './name-shape.ts';
import type { FoundNumber } from './number.ts';
import { anyPhrase } from './phrase-table.ts';
import type { Kin } from './relatives.ts';
import { rawSpan, type Sheet } from './sheet.ts';

export interface NameSources {
  fields: readonly Field[];
  numbers: readonly FoundNumber[];
  /** The copy with all labelled fields, numbers and dates blanked, equal in length. */
  prose: string;
  /** Display name of the sender, or null. */
  senderName: string | null;
  /** Written by staff about somebody. */
  isMemo: boolean;
  /** The mail speaks for somebody else. */
  thirdParty: boolean;
  /** Whom it names by kinship. */
  kin: Kin;
}

interface RankedName extends NameValue {
  weight: number;
  evidence: NameCandidate['evidence'];
}

const ORGANISATION =
  /ハローワーク|安定所|部門|窓口|センター|株式会社|事務局|予約|受付|サービス|support|info|no-?reply|booking|admin|notification|フォーム|システム|相談|課$|係$|@/i;

const STATEMENT = anyPhrase(
  `
    ない$ ないで ません た[いく]$ 言え 言い 書[いけき] 控え 伏せ 匿名 秘密 変わ 間違 同じ 以下
    下記 上記 次の 件名 わか 分か 忘れ 省略 登録
  `,
);

/** The name of the seeker, or nothing. */
export function readName(sheet: Sheet, sources: NameSources): ItemResult<string> {
  const ranked = rank(sheet, sources);
  const best = ranked[0];
  // a mail that speaks for another is sent by the other
  const senderName = sources.thirdParty ? null : sources.senderName;
  if (best === undefined) return fromSender(senderName);
  const fuller = completed(best, ranked);
  const value = withSender(fuller.value, senderName);
  const span = rawSpan(sheet, fuller.start, fuller.end);
  return { found: { value, evidence: best.evidence, span }, doubt: null };
}

function rank(sheet: Sheet, sources: NameSources): RankedName[] {
  const inProse = [
    ...namesInPhrases(sources.prose, sources.isMemo),
    ...namesByPlace(sheet, sources.prose, sources.numbers).filter(
      // the signature of such a mail is the writer's
      (found) => sources.kin.writers.length === 0 || found.weight > WEIGHT.besideNumber,
    ),
  ];
  const candidates: NameCandidate[] = [
    ...labelled(sheet.text, sources.fields),
    ...inProse.filter((found) => !isSomebodyElse(sources.prose, found)),
    ...(sources.thirdParty ? sources.kin.seekers : []),
  ];
  const writers = sources.kin.writers.map(({ start, end }) =>
    squeeze(sheet.text.slice(start, end)),
  );
  const names = candidates.flatMap((candidate) => {
    const name = cleanName(sheet, candidate.start, candidate.end);
    return name === null
      ? []
      : [{ ...name, weight: candidate.weight, evidence: candidate.evidence }];
  });
  const split = splitName(sheet, sources.fields);
  if (split !== null) names.push(split);
  return names
    .filter((name) => name.evidence === 'label' || !isWriter(name.value, writers))
    .sort((a, b) => b.weight - a.weight || a.start - b.start);
}

/** Who writes for another is not the seeker, wherever the name stands. */
function isWriter(value: string, writers: readonly string[]): boolean {
  const name = squeeze(value);
  return writers.some((writer) => writer.startsWith(name) || isFuller(name, writer));
}

/** "名前は言いたくないです": a sentence about the name, not the name. */
function isStatement(text: string, field: Field): boolean {
  return STATEMENT.test(text.slice(field.start, field.end));
}

function labelled(text: string, fields: readonly Field[]): NameCandidate[] {
  return fields.flatMap((field): NameCandidate[] => {
    const weight = field.inSentence ? WEIGHT.sentenceLabel : WEIGHT.label;
    const evidence = 'label' as const;
    if (field.end <= field.start) return [];
    if (field.kind === 'name' && field.inSentence && isStatement(text, field)) return [];
    if (field.kind === 'name') return [{ ...field, weight, evidence }];
    if (field.kind === 'kana') return [{ ...field, weight: WEIGHT.titled, evidence }];
    if (field.kind === 'headerFrom') return [{ ...field, weight: WEIGHT.sender, evidence }];
    if (field.kind === 'familyName') return [{ ...field, weight: WEIGHT.self, evidence }];
    return field.kind === 'givenName' ? [{ ...field, weight: WEIGHT.titled, evidence }] : [];
  });
}

/** The family name may be that of both, the full name is not. */
function isFuller(name: string, writer: string): boolean {
  return !isFamilyNameOnly(writer) && name.startsWith(writer);
}

/** 姓 and 名 under two labels. */
function splitName(sheet: Sheet, fields: readonly Field[]): RankedName | null {
  const [family, given] = (['familyName', 'givenName'] as const).map((kind) => {
    const field = fields.find((one) => one.kind === kind && one.end > one.start);
    return field === undefined ? null : cleanName(sheet, field.start, field.end);
  });
  if (!family || !given) return null;
  const value = `${family.value} ${given.value}`;
  const [start, end] = [Math.min(family.start, given.start), Math.max(family.end, given.end)];
  return { value, start, end, weight: WEIGHT.label, evidence: 'label' };
}

/** The family name alone gives way to the full name that begins with it; kana to kanji. */
function completed(best: RankedName, ranked: readonly RankedName[]): RankedName {
  const short = squeeze(best.value);
  const kana = isKanaOnly(short);
  if (!kana && !isFamilyNameOnly(normalise(best.value).text.trim())) return best;
  const fuller = ranked.find((other) => {
    const long = squeeze(other.value);
    if (kana) return !isKanaOnly(long) && other.weight >= WEIGHT.introduced;
    return long.length > short.length && long.startsWith(short);
  });
  return fuller ?? best;
}

function withSender(value: string, senderName: string | null): string {
  const sender = fromSender(senderName).found?.value ?? null;
  if (sender === null || !isFamilyNameOnly(normalise(value).text.trim())) return value;
  const [short, long] = [squeeze(value), squeeze(sender)];
  return long.length > short.length && long.startsWith(short) ? sender : value;
}

function fromSender(senderName: string | null): ItemResult<string> {
  const name = (senderName ?? '').replace(/^["'\s\u3000]+|["'\s\u3000]+$|(?:様|さま)$/g, '');
  const copy = normalise(name).text.trim();
  if (name === '' || ORGANISATION.test(copy) || !looksLikeName(copy)) return NOTHING;
  return { found: { value: name, evidence: 'sender', span: null }, doubt: null };
}

function squeeze(text: string): string {
  return normalise(text).text.replace(/[\s\u3000]/g, '');
}
