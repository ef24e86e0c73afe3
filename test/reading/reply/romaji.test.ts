import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/reading/reply/fold.ts';
import { readRomaji } from '../../../src/reading/reply/romaji.ts';
import { readReply } from '../../../src/reading/reply.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const booked = Temporal.ZonedDateTime.from('2026-12-03T10:00:00+09:00[Asia/Tokyo]');
const intentOf = (text: string) => readReply(text, reference, { booked, offered: [] }).intent;

describe('Japanese in Latin letters', () => {
  it.each([
    ['wakarimashita', 'わかりました'],
    ['Ryoukai desu', 'りょうかい です'],
    ['sanka shimasu', 'さんか します'],
    ['kyanseru shite kudasai', 'きゃんせる して ください'],
    ['chotto muri desu', 'ちょっと むり です'],
    ["kon'ya wa muri desu", 'こんや は むり です'],
    ['10ji desu', '10じ です'],
  ])('becomes kana: %s', (romaji, kana) => {
    expect(readRomaji(fold(romaji))?.text).toBe(kana);
  });

  it('keeps the way back to what was written', () => {
    const folded = fold('Hai, sanka shimasu');
    const kana = readRomaji(folded);
    expect(kana?.text).toBe('はい, さんか します');
    expect(kana?.at).toHaveLength((kana?.text.length ?? 0) + 1);
    expect(kana?.at[kana.text.indexOf('さ')]).toBe('Hai, '.length);
    expect(kana?.at.at(-1)).toBe(folded.at.at(-1));
  });

  it.each(['I will attend', 'OK thank you', 'no date', 'Sim, confirmo', 'Opo, sasali po ako'])(
    'is not seen in: %s',
    (text) => {
      expect(readRomaji(fold(text))).toBeNull();
    },
  );

  it.each([
    ['hai, sanka shimasu. yoroshiku onegaishimasu', 'confirm'],
    ['wakarimashita kedo sono hi wa shigoto desu', 'unclear'],
    ['sanka dekimasen. sumimasen.', 'decline'],
    ['jikan o kaete kudasai', 'change'],
  ])('is judged by the Japanese reader: %s', (text, intent) => {
    expect(intentOf(text)).toBe(intent);
  });
});
