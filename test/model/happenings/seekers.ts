/**
 * What seekers write, and what is written in their name: requests, consents, doubts, choices,
 * machines' answers, strangers in their threads, forgeries, and mails that come twice.
 */
import fc from 'fast-check';
import type { Person } from '../../../src/demo/people.ts';
import { requestForm } from '../../support/world.ts';
import { NEWCOMER, REGISTERED, type Seeker } from '../house.ts';
import type { Outside } from '../outside.ts';
import { Happening } from './happening.ts';

export const WISHES = [
  '11月27日 9:00',
  '11月28日 13:00',
  '12月3日 10:00',
  '12月3日 10:30',
  '12月3日の午前中',
  '12月6日 10:00',
  '12月8日 9:30',
] as const;
const CONSENTS = ['はい', '', '承知しました。よろしくお願いします。', '参加します。'] as const;
const DOUBTS = [
  '今回は遠慮します。',
  '別の日に変更できますか。',
  '録画はできますか。',
  'キャンセルでお願いします。',
] as const;
const CHOICES = ['1', '2番でお願いします', '12月9日の13:30'] as const;
export const STRANGER: Person = { name: '見知らぬ 人', address: 'stranger@example.net' };
/** As the office's own server says it of a sender who is not who he claims. */
const NOT_HIM = 'Authentication-Results: mx.office.example.jp; dmarc=fail header.from=example.net';

/** How a person knows our mails apart. */
const TERMS = /^【返信してください】.*からの/;
const OFFER = /日時を選んで/;
const ANY = /./;

export const seeker: fc.Arbitrary<Seeker> = fc.constantFrom(...REGISTERED, NEWCOMER);

export function formOf(who: Seeker, wish: string, phone = who.phone): string {
  return requestForm({ name: who.name, number: who.seekerNumber, wish, phone });
}

const isWhole = fc.constantFrom(true, true, true, false);

export const request = fc.tuple(seeker, fc.constantFrom(...WISHES), isWhole).map(
  ([who, wish, whole]) =>
    new Happening(`${who.name} asks for ${wish}${whole ? '' : ', without a phone'}`, (outside) =>
      outside.write({
        kind: 'request',
        from: who,
        subject: 'オンライン職業相談の予約',
        text: formOf(who, wish, whole ? who.phone : ''),
      }),
    ),
);

/** A request and the consent to its terms, with nothing in between. */
export const booked = fc.tuple(seeker, fc.constantFrom(...WISHES)).map(
  ([who, wish]) =>
    new Happening(`${who.name} books ${wish}`, async (outside, real) => {
      const subject = 'オンライン職業相談の予約';
      outside.write({ kind: 'request', from: who, subject, text: formOf(who, wish) });
      await real.work();
      answerTerms(outside, who, { kind: 'consent', text: 'はい' });
      await real.work();
    }),
);

type Answer = { kind: 'consent' | 'doubt' | 'forged'; text: string; from?: Person };

function answerTerms(outside: Outside, who: Seeker, { kind, text, from = who }: Answer): void {
  const hand = outside.inHand(who, TERMS);
  if (hand === null) return;
  const headers = kind === 'forged' ? [NOT_HIM] : [];
  outside.write({ kind, from, subject: `Re: ${hand.subject}`, text, answers: hand, headers });
}

/** By the seeker's own hand, by a stranger in the thread, or in the seeker's name by somebody else. */
function answers(kind: 'consent' | 'doubt', texts: readonly string[]) {
  const hands = fc.constantFrom('own', 'own', 'own', 'other', 'forged');
  return fc.tuple(seeker, fc.constantFrom(...texts), hands).map(
    ([who, text, hand]) =>
      new Happening(`${who.name} answers the terms: "${text}" (${hand})`, (outside) => {
        if (hand === 'own') answerTerms(outside, who, { kind, text });
        else if (hand === 'forged') answerTerms(outside, who, { kind: 'forged', text });
        else answerTerms(outside, who, { kind: 'doubt', text, from: STRANGER });
      }),
  );
}

export const consent = answers('consent', CONSENTS);
export const doubt = answers('doubt', DOUBTS);

export const machine = seeker.map(
  (who) =>
    new Happening(`${who.name} is out of office`, (outside) => {
      const hand = outside.inHand(who, ANY);
      if (hand === null) return;
      outside.write({
        kind: 'machine',
        from: who,
        subject: `自動応答: ${hand.subject}`,
        text: 'ただいま外出しております。戻りましたらご連絡いたします。\n',
        answers: hand,
        headers: ['Auto-Submitted: auto-replied'],
        bare: true,
      });
    }),
);

export const choice = fc.tuple(seeker, fc.constantFrom(...CHOICES)).map(
  ([who, text]) =>
    new Happening(`${who.name} chooses ${text}`, (outside) => {
      const hand = outside.inHand(who, OFFER);
      if (hand === null) return;
      const subject = `Re: ${hand.subject}`;
      outside.write({ kind: 'choice', from: who, subject, text, answers: hand });
    }),
);

export const doubled = fc
  .nat(50)
  .map(
    (index) => new Happening(`mail ${index} comes again`, (outside) => outside.deliverAgain(index)),
  );
