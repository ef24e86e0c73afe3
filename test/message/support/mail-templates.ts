/**
 * The templates as they lie on disk, for tests, and one mail for every branch of each; the
 * program itself reads them elsewhere.
 */
import { readFileSync } from 'node:fs';
import { MAIL_KINDS, type MailKind } from '../../../src/domain/mail-kind.ts';
import { type MailData, SAMPLE_DATA } from '../../../src/message/mail-data.ts';
import type { MailTemplates, MailText } from '../../../src/message/templates.ts';

const FOLDER = new URL('../../../templates/', import.meta.url);

/** The source of every template. */
export function templateSources(): Record<MailKind, string> {
  const entries = MAIL_KINDS.map((kind) => [kind, readTemplate(`${kind}.hbs`)] as const);
  return Object.fromEntries(entries) as Record<MailKind, string>;
}

/** One file of the templates folder as text. */
export function readTemplate(path: string): string {
  return readFileSync(new URL(path, FOLDER), 'utf8');
}

/** A mail and the name of its golden file: its kind, and the branch where it has several. */
export interface RenderedMail {
  name: string;
  mail: MailText;
}

/** Every kind with its sample data, and further mails so that every branch is read once. */
export function renderedMails(templates: MailTemplates): RenderedMail[] {
  const branch = <Kind extends MailKind>(
    kind: Kind,
    name: string,
    data: Partial<MailData[Kind]>,
  ): RenderedMail => ({
    name: `${kind}.${name}`,
    mail: templates.render(kind, { ...SAMPLE_DATA[kind], ...data }),
  });
  return [
    ...MAIL_KINDS.map((kind) => ({ name: kind, mail: templates.render(kind, SAMPLE_DATA[kind]) })),
    branch('seeker.action.details', 'readings', {
      points: ['希望日時（何月何日の何時から）', '連絡先の電話番号'],
      readings: ['2026年12月3日（木）10時00分', '2026年12月3日（木）22時00分'],
    }),
    branch('seeker.action.terms', 'changed', { changed: true }),
    branch('seeker.action.offer', 'three', {
      slots: [1, 2, 3].map((number) => ({ number, session: `2026年12月${number}日（火）9時00分` })),
    }),
    branch('seeker.action.offer', 'why', {
      why: '予約は、相談の日の前の日までに確定する決まりです。',
    }),
    branch('seeker.notice.received', 'confirmed', {
      confirmed: true,
      replyBy: null,
      session: null,
    }),
    branch('seeker.notice.received', 'terms-change', { aboutTermsChange: true }),
    branch('seeker.notice.received', 'offered', {
      replyBy: null,
      session: null,
      slots: [1, 2].map((number) => ({ number, session: `2026年12月${number}日（火）9時00分` })),
      slotsReplyBy: '2026年11月30日（月）23時59分',
    }),
    branch('seeker.notice.received', 'nothing-due', { replyBy: null, session: null }),
    branch('staff.action.attendance', 'first', { noShows: 0, heardAt: null }),
    branch('staff.action.attendance', 'about-none', { heardAboutNone: true }),
    branch('staff.notice.morning', 'nothing', {
      sessions: [],
      sections: [],
      notices: [],
      empty: true,
    }),
    branch('staff.action.decide', 'without-booking', { reference: null, facts: [], excerpt: null }),
  ];
}
