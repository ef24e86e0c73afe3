/**
 * What the page's template is given: the facts in the words that people read. It knows no HTML.
 */
import { longDate, longDateTime, shortDateTime } from '../domain/japanese-date.ts';
import { todoOf } from '../domain/words/attention-todo.ts';
import { ATTENTION_WORDS } from '../domain/words/attention-words.ts';
import type { Cut, Whose } from '../store/board.ts';
import { entriesOf, weekOf } from './calendar.ts';
import { drawFigure } from './chart.ts';
import type { BoardFacts, BoardSettings } from './facts.ts';
import { type Figure, figuresOf } from './months.ts';

/** Everything that `templates/board/*.hbs` print. */
export function boardView(facts: BoardFacts, settings: BoardSettings) {
  const { now, health } = facts;
  const scene = { now, sessions: facts.sessions, settings };
  const today = entriesOf(now.toPlainDate(), scene);
  const weekend = now.dayOfWeek > 5;
  return {
    office: settings.officeName,
    asOf: longDateTime(now),
    today: {
      date: longDate(now),
      closed: settings.calendar.isClosedDay(now.toPlainDate()),
      count: today.length,
      entries: today,
    },
    week: weekOf(facts.monday, { id: 'week', title: weekend ? '来週' : '今週' }, scene),
    nextWeek: weekOf(
      facts.monday.add({ weeks: 1 }),
      { id: 'next-week', title: weekend ? '再来週' : '来週' },
      scene,
    ),
    points: listOf(facts.points, (point) => ({
      what: ATTENTION_WORDS[point.reason].what,
      todo: todoOf(point.reason, point.state).split('\n'),
      whose: whoseView(point.whose),
      since: longDateTime(point.raisedAt),
    })),
    due: listOf(facts.due, (due) => ({
      replyBy: longDateTime(due.replyBy),
      whose: whoseView(due),
    })),
    lost: listOf(facts.lost, (mail) => ({
      subject: mail.subject,
      date: longDateTime(mail.date),
      code: mail.replyCode === null ? null : String(mail.replyCode),
      whose: whoseView(mail.whose),
    })),
    health: healthView(health, facts, settings),
    undeliveredDays: settings.undeliveredDays,
    figures: figuresOf(facts).map(figureView),
  };
}

function listOf<T, V>({ rows, total }: Cut<T>, viewOf: (row: T) => V) {
  return { count: total, rows: rows.map(viewOf), more: total - rows.length || null };
}

function whoseView(whose: Whose | null) {
  if (whose === null) return null;
  return {
    reference: whose.reference,
    name: whose.name ?? '氏名不明',
    phone: whose.phone,
    session: whose.start && shortDateTime(whose.start),
  };
}

function healthView(
  { lastPollEnded, held, late }: BoardFacts['health'],
  { now, lost }: BoardFacts,
  { pollTooOldMinutes }: BoardSettings,
) {
  const oldest = now.toInstant().subtract({ minutes: pollTooOldMinutes });
  const stale = lastPollEnded === null || Temporal.Instant.compare(lastPollEnded, oldest) < 0;
  return {
    lastPoll: lastPollEnded === null ? 'まだありません' : longDateTime(lastPollEnded),
    stale,
    tooOld: pollTooOldMinutes,
    held: held || null,
    late: late || null,
    bad: stale || late > 0 || lost.total > 0,
  };
}

/** The drawing, and the same numbers as rows, the newest month first. */
function figureView(figure: Figure, place: number) {
  const rows = figure.longMonths.map((month, i) => ({
    month,
    values: figure.series.map(({ values }) => shown(values[i])),
  }));
  return {
    id: `figure-${place + 1}`,
    title: figure.title,
    unit: figure.unit,
    svg: drawFigure(figure),
    names: figure.series.map(({ name }) => name),
    rows: rows.reverse(),
  };
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '―' : value.toLocaleString('ja-JP');
}
