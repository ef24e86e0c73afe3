import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeOrigin } from '../../../src/message/origin.ts';
import { aMail, OFFICE } from './a-mail.ts';
import { ABSENCES } from './absence-texts.ts';
import { ACKNOWLEDGEMENTS } from './acknowledgement-texts.ts';
import { HARD_MACHINES, HARD_PEOPLE } from './hard-texts.ts';
import { PERSONS } from './person-texts.ts';

interface Written {
  from: string;
  subject: string;
  text: string;
}

const mailOf = ({ from, subject, text }: Written) =>
  aMail({ from: [{ name: '', address: from }], returnPath: from, subject, text });
const inThread = (written: Written) => ({
  ...mailOf(written),
  inReplyTo: ['<ours.1@office.example.jp>'],
  references: ['<ours.1@office.example.jp>'],
});
const named = <T extends { name: string }>(rows: T[]) =>
  rows.map((row) => [row.name, row] as const);

describe('machine or person by what the sender wrote', () => {
  it.each(named(ACKNOWLEDGEMENTS))(
    'acknowledgement "%s" is a machine, also in our thread',
    (_, row) => {
      expect(judgeOrigin(mailOf(row), OFFICE).origin).not.toBe('person');
      expect(judgeOrigin(inThread(row), OFFICE).origin).not.toBe('person');
    },
  );

  it.each(named(ABSENCES))('absence "%s" is a machine, also in our thread', (_, row) => {
    expect(judgeOrigin(mailOf(row), OFFICE).origin).not.toBe('person');
    expect(judgeOrigin(inThread(row), OFFICE).origin).not.toBe('person');
  });

  it.each(named(PERSONS))('"%s" is a person, also in our thread', (_, row) => {
    expect(judgeOrigin(mailOf(row), OFFICE)).toMatchObject({ origin: 'person' });
    expect(judgeOrigin(inThread(row), OFFICE)).toMatchObject({ origin: 'person' });
  });

  it.each(HARD_MACHINES)('under "%s" a machine writes %j', (subject, text) => {
    expect(judgeOrigin(aMail({ subject, text }), OFFICE).origin).not.toBe('person');
  });

  it.each(HARD_PEOPLE)('under "%s" a person writes %j', (subject, text) => {
    expect(judgeOrigin(aMail({ subject, text }), OFFICE)).toMatchObject({ origin: 'person' });
  });

  it.each(readdirSync('templates').filter((name) => name.endsWith('.hbs')))(
    'our own %s, quoted without any mark, makes no robot of a person',
    (name) => {
      const ours = readFileSync(`templates/${name}`, 'utf8');
      const answer = 'よろしくお願いします。';
      for (const text of [`${answer}\n\n${ours}`, `${ours}\n\n${answer}`]) {
        expect(judgeOrigin(aMail({ text }), OFFICE)).toMatchObject({ origin: 'person' });
      }
    },
  );

  it("lines of our own mail are nobody's words, even without a quote mark", () => {
    const ourText =
      '予約のご案内です。\n※このメールは自動送信しています。\nお問い合わせは電話でお願いします。';
    const mail = aMail({ text: `${ourText}\n\nよろしくお願いします。` });
    expect(judgeOrigin(mail, OFFICE).origin).not.toBe('person');
    expect(judgeOrigin(mail, { ...OFFICE, ourText }).origin).toBe('person');
  });

  it('the words of a machine count wherever a form echoes our mail below them', () => {
    const mail = aMail({
      subject: 'お問い合わせありがとうございます',
      text: 'お問い合わせを受け付けました。担当者よりご連絡いたします。\n\n> 参加します\n> よろしくお願いします',
    });
    expect(judgeOrigin(mail, OFFICE).origin).toBe('acknowledgement');
  });
});
