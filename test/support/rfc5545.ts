/**
 * The rules of RFC 5545 that our calendar entries have to keep, asked of the bytes and, by a second
 * library, of their structure. Returns every breach, so that one look shows them all.
 */
import ICAL from 'ical.js';

/** What every VEVENT of ours must have exactly once (3.6.1; 5546 3.2.1 but for ORGANIZER). */
const ONCE = ['uid', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'summary', 'status'];

/** Names of every rule that `text` breaks; none for a good entry. */
export function breachesOfRfc5545(text: string): string[] {
  return [...breachesOfBytes(text), ...breachesOfStructure(text)];
}

function breachesOfBytes(text: string): string[] {
  const lines = text.split('\r\n');
  const rules: [string, boolean][] = [
    ['3.1 the last line ends in CRLF', lines.at(-1) === ''],
    ['3.1 no bare CR or LF', !/[\r\n]/.test(lines.join(''))],
    ['3.1 at most 75 octets a line', lines.every((line) => Buffer.byteLength(line) <= 75)],
    ['3.1 no empty line', !lines.slice(0, -1).includes('')],
    ['3.1 folding splits no character', !Buffer.from(text).toString('utf8').includes('\uFFFD')],
    ['3.1 no control characters', !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)],
    ['3.6.1 alarms after all properties', !/END:VALARM\r\n(?!BEGIN:VALARM|END:VEVENT)/.test(text)],
    ['3.3.13 no backslash in a URI', !/^URL[^\r]*\\/m.test(text.replace(/\r\n[ \t]/g, ''))],
  ];
  return rules.flatMap(([name, kept]) => (kept ? [] : [name]));
}

function breachesOfStructure(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (calendar.name !== 'vcalendar' || event === undefined)
    return ['3.4 a VCALENDAR with a VEVENT'];
  const start = event.getFirstPropertyValue('dtstart');
  const end = event.getFirstPropertyValue('dtend');
  const inUtc = (time: unknown) =>
    time instanceof ICAL.Time && time.zone === ICAL.Timezone.utcTimezone;
  const alarms = event.getAllSubcomponents('valarm');
  const rules: [string, boolean][] = [
    ['3.7.3 PRODID', calendar.getAllProperties('prodid').length === 1],
    ['3.7.4 VERSION 2.0', calendar.getFirstPropertyValue('version') === '2.0'],
    ['3.7.2 METHOD PUBLISH', calendar.getFirstPropertyValue('method') === 'PUBLISH'],
    ['one event', events.length === 1],
    ...ONCE.map((name): [string, boolean] => [
      `3.6.1 ${name} once`,
      event.getAllProperties(name).length === 1,
    ]),
    ['3.8.4.3 nobody is invited', !/^(ORGANIZER|ATTENDEE)/m.test(text)],
    ['3.8.2.4 times in UTC, or with a VTIMEZONE', inUtc(start) && inUtc(end)],
    [
      '3.8.2.2 the end after the start',
      start instanceof ICAL.Time && end instanceof ICAL.Time && end.compare(start) > 0,
    ],
    [
      '3.6.6 alarms with ACTION, TRIGGER, DESCRIPTION',
      alarms.every((alarm) =>
        ['action', 'trigger', 'description'].every(
          (name) => alarm.getAllProperties(name).length === 1,
        ),
      ),
    ],
  ];
  return rules.flatMap(([name, kept]) => (kept ? [] : [name]));
}

/** The one event of a calendar, by the second library. */
export function eventOf(text: string): ICAL.Event {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  if (event === null) throw new Error('no VEVENT');
  return new ICAL.Event(event);
}
