/**
 * What must hold whatever happened: after every step, and at the end when everything has been
 * worked off. The database, the mailbox, the relay's sink and Zoom are held against what people
 * wrote.
 */
import type { MortalOffice } from './mortal-office.ts';
import type { Outside } from './outside.ts';
import * as booking from './promises/bookings.ts';
import * as clock from './promises/clock.ts';
import * as mail from './promises/mails.ts';
import { nothingGoesEarly } from './promises/retention.ts';
import { look, type Promised } from './promises/scene.ts';
import * as zoom from './promises/zoom.ts';

/** After every single step, also in the middle of trouble. */
const ALWAYS: Record<string, Promised> = {
  'a slot has one holder': booking.slotsHaveOneHolder,
  'confirmed only by a person or the site': booking.confirmedOnlyByAPerson,
  'only a counselor’s word decides': booking.onlyWordsDecide,
  'events explain every state': booking.eventsExplainStates,
  'void only after a covering poll': booking.voidOnlyAfterCoveringPoll,
  'a sent terms mail is awaited': booking.sentTermsAreAwaited,
  'an answer is no silence': booking.answersAreNoSilence,
  'given up undecided only at the session': booking.neverDecidedOnlyAtTheSession,
  'a consent keeps its text': booking.consentKeepsItsText,
  'a mail for an occasion is written once': mail.mailsAreWrittenOnce,
  'personal mail goes to the registered address only': mail.personalMailGoesHome,
  'a mail is sent again only where nobody knows, and then as the same': mail.sentOnce,
  'the topic stays inside': mail.topicStaysInside,
  'a machine is answered by nothing': mail.machinesAreNotAnswered,
  'a nudge is due': clock.nudgesAreDue,
  'a reminder is due': clock.remindersAreDue,
  'attendance is asked in time': clock.attendanceIsAskedInTime,
  'one morning list an office day': clock.morningListsAreDue,
  'a link is of the booking’s meeting': zoom.linksAreOfTheBooking,
  'nothing goes before its time': nothingGoesEarly,
};

/** When the servers are well again and nothing is left to do. */
const AT_REST: Record<string, Promised> = {
  'every mail ends handled or with the staff': mail.everyMailEnds,
  'a true reply in time is never lost': booking.trueRepliesCount,
  'silence ends': booking.silenceEnds,
  'a site’s notice counts': booking.siteNoticesCount,
  'what is to be told is written': mail.nobodyGoesWithout,
  'every mail leaves or is given up visibly': mail.everyMailLeaves,
  'the server shows what the ledger says': mail.filedAsInTheLedger,
  'nobody is forgotten': clock.nobodyIsForgotten,
  'no morning is forgotten': clock.noMorningIsForgotten,
  'meetings fit the bookings': zoom.meetingsFitTheBookings,
  'no mail waits for a meeting that is there': zoom.noMailWaitsForAMeeting,
};

/** Throws with every breach of what holds at all times. */
export async function assertAlways(outside: Outside, real: MortalOffice): Promise<void> {
  await assertPromises(ALWAYS, outside, real);
}

/** Throws with every breach of what holds when all work is done. */
export async function assertAtRest(outside: Outside, real: MortalOffice): Promise<void> {
  await assertPromises({ ...ALWAYS, ...AT_REST }, outside, real);
}

async function assertPromises(
  promises: Record<string, Promised>,
  outside: Outside,
  real: MortalOffice,
): Promise<void> {
  const scene = await look(outside, real);
  const broken = Object.entries(promises).flatMap(([name, holds]) =>
    holds(scene).map((breach) => `${name}: ${breach}`),
  );
  if (broken.length > 0) throw new Error(broken.join('\n'));
}
