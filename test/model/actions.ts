/**
 * What may happen to the office, as fast-check commands in any order: mails, doubled and late and
 * from several people, counselors' words, a clock that jumps, servers that fail, and deaths.
 */
import fc from 'fast-check';
import { COUNSELOR, type Person, SEEKERS } from '../../src/demo/people.ts';
import { requestForm } from '../support/world.ts';
import type { MortalOffice } from './mortal-office.ts';
import type { Outside } from './outside.ts';
import { RELAY_MOODS } from './paper-relay.ts';
import { assertAlways } from './promises.ts';

type Deed = (outside: Outside, real: MortalOffice) => void | Promise<void>;

/** One thing that happens; after each, what must always hold is looked at. */
class Happening implements fc.AsyncCommand<Outside, MortalOffice> {
  readonly #told: string;
  readonly #deed: Deed;

  constructor(told: string, deed: Deed) {
    this.#told = told;
    this.#deed = deed;
  }

  check(): boolean {
    return true;
  }

  async run(outside: Outside, real: MortalOffice): Promise<void> {
    await this.#deed(outside, real);
    await assertAlways(outside, real);
  }

  thenTheOfficeWorks(dieAfter = Number.POSITIVE_INFINITY): Happening {
    const killed = Number.isFinite(dieAfter) ? `, killed at commit point ${dieAfter}` : '';
    return new Happening(`${this.#told}, at once${killed}`, async (outside, real) => {
      await this.#deed(outside, real);
      await real.work({ dieAfter });
    });
  }

  toString(): string {
    return this.#told;
  }
}

const WISHES = [
  '11月27日 9:00',
  '11月28日 13:00',
  '12月3日 10:00',
  '12月3日の午前中',
  '12月6日 10:00',
] as const;
const CONSENTS = ['はい', '', '承知しました。よろしくお願いします。', '参加します。'] as const;
const DOUBTS = [
  '今回は遠慮します。',
  '別の日に変更できますか。',
  '録画はできますか。',
  'キャンセルでお願いします。',
] as const;
const WORDS = [
  '来談',
  '不在',
  '取消 本人から電話',
  '所側取消 停電のため',
  '確定 電話で確認しました',
  '送信許可',
  'お断り 暴言のため',
  'お断り解除 話し合いのため',
  '変更 12月4日 14:00',
  '変更 12月3日 10:00',
  '次回 12月10日 10:00',
  'よくわかりません',
] as const;
const STRANGER: Person = { name: '見知らぬ 人', address: 'stranger@example.net' };

type Seeker = (typeof SEEKERS)[number];
const seeker = fc.constantFrom<Seeker>(...SEEKERS);
const asked = (who: Seeker, wish: string, phone: string) =>
  requestForm({ name: who.name, number: who.seekerNumber, wish, phone });

const request = fc.tuple(seeker, fc.constantFrom(...WISHES), fc.boolean()).map(
  ([who, wish, whole]) =>
    new Happening(`${who.address} asks for ${wish}${whole ? '' : ', without a phone'}`, (outside) =>
      outside.write({
        kind: 'request',
        from: who,
        subject: 'オンライン職業相談の予約',
        text: asked(who, wish, whole ? who.phone : ''),
      }),
    ),
);

const memo = fc.tuple(seeker, fc.constantFrom(...WISHES)).map(
  ([who, wish]) =>
    new Happening(`a memo: ${who.address} asks for ${wish}`, (outside) =>
      outside.write({
        kind: 'memo',
        from: COUNSELOR,
        subject: '電話受付',
        text: asked(who, wish, who.phone),
      }),
    ),
);

/** How a person knows our mails apart. */
const TERMS = /^【返信してください】.*からの/;
const OFFER = /日時を選んで/;
const ANY = /./;

function answers(kind: 'consent' | 'doubt', texts: readonly string[]) {
  return fc.tuple(seeker, fc.constantFrom(...texts), fc.constantFrom('own', 'own', 'other')).map(
    ([who, text, address]) =>
      new Happening(`${who.address} answers the terms: "${text}" (${address})`, (outside) => {
        const hand = outside.inHand(who, TERMS);
        if (hand === null) return;
        const from = address === 'own' ? who : STRANGER;
        const meant = address === 'own' ? kind : 'doubt';
        outside.write({ kind: meant, from, subject: `Re: ${hand.subject}`, text, answers: hand });
      }),
  );
}

const consent = answers('consent', CONSENTS);
const doubt = answers('doubt', DOUBTS);

const machine = seeker.map(
  (who) =>
    new Happening(`${who.address} is out of office`, (outside) => {
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

const choice = fc.tuple(seeker, fc.constantFrom('1', '2番でお願いします', '12月9日の13:30')).map(
  ([who, text]) =>
    new Happening(`${who.address} chooses ${text}`, (outside) => {
      const hand = outside.inHand(who, OFFER);
      if (hand === null) return;
      const subject = `Re: ${hand.subject}`;
      outside.write({ kind: 'choice', from: who, subject, text, answers: hand });
    }),
);

const word = fc.tuple(fc.constantFrom(...WORDS), fc.nat(5), fc.boolean()).map(
  ([text, index, isStaff]) =>
    new Happening(
      `${isStaff ? 'a counselor' : 'a stranger'} says "${text}" (${index})`,
      (outside) => {
        const code = outside.referenceKnownToStaff(index);
        if (code === null) return;
        const from = isStaff ? COUNSELOR : STRANGER;
        outside.write({
          kind: isStaff ? 'word' : 'doubt',
          from,
          subject: `予約番号 ${code}`,
          text,
        });
      },
    ),
);

const doubled = fc
  .nat(50)
  .map(
    (index) => new Happening(`mail ${index} comes again`, (outside) => outside.deliverAgain(index)),
  );

/** Minutes: seconds apart, hours apart, over midnight, over weeks; and back, as a clock is set. */
const time = fc
  .constantFrom(1, 11, 180, 60 * 8, 60 * 24, 60 * 24 * 7, -30)
  .map(
    (minutes) =>
      new Happening(`${minutes} minutes pass`, (_outside, real) => real.passMinutes(minutes)),
  );

const work = new Happening('the office works', (_outside, real) => real.work());
const death = fc
  .integer({ min: 1, max: 14 })
  .map(
    (points) =>
      new Happening(`killed at commit point ${points}`, (_outside, real) =>
        real.work({ dieAfter: points }),
      ),
  );
const mood = fc.constantFrom(...RELAY_MOODS, 'accepts', 'accepts').map(
  (each) =>
    new Happening(`the relay ${each}`, (_outside, real) => {
      real.relay.mood = each;
    }),
);
const mailbox = fc.boolean().map(
  (isDown) =>
    new Happening(`the mailbox is ${isDown ? 'out of reach' : 'back'}`, (_outside, real) => {
      real.mailbox.isDown = isDown;
    }),
);
const renumber = fc.constant(
  new Happening('UIDVALIDITY changes', (_outside, real) => real.mailbox.renumber()),
);

/** Mostly the office works on it before anything else happens; at times it is killed over it. */
function mostlyAtOnce(letter: fc.Arbitrary<Happening>): fc.Arbitrary<Happening> {
  const points = fc.integer({ min: 1, max: 8 });
  return fc.oneof(
    { arbitrary: letter.map((happening) => happening.thenTheOfficeWorks()), weight: 4 },
    { arbitrary: letter, weight: 1 },
    {
      arbitrary: fc.tuple(letter, points).map(([each, point]) => each.thenTheOfficeWorks(point)),
      weight: 1,
    },
  );
}

/** Weighted so that bookings are made, answered and closed in most stories. */
export const happenings: fc.Arbitrary<fc.AsyncCommand<Outside, MortalOffice>>[] = [
  ...[request, request, memo, consent, consent, consent, doubt, machine, choice, word, doubled].map(
    mostlyAtOnce,
  ),
  time,
  time,
  fc.constant(work),
  death,
  mood,
  mailbox,
  renumber,
];
