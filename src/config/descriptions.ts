/**
 * What each setting is, in a sentence that an editor shows beside it. Keyed by its place, "[]" for
 * the entries of a list; a test holds that no setting is without one and that none is left over.
 * Data only.
 */

const SECRET = 'A secret: {"env": "NAME"} or {"file": "PATH"}; it never stands here itself.';
const OAUTH2 = {
  '': 'Log in by OAuth 2.0 (XOAUTH2), where the provider takes no passwords.',
  '.provider': 'Fills in tokenUrl and scope; null: tokenUrl (and scope) are given here.',
  '.tenant': 'The directory (tenant) ID at Microsoft.',
  '.tokenUrl': 'Where access tokens are asked for; null: the provider’s own address.',
  '.scope': 'What is asked for; null: what the provider wants for this server.',
  '.grant':
    'refresh_token: in the name of the mailbox’s user; client_credentials: as an application.',
  '.clientId': 'The application (client) ID that was registered for uketsuke.',
  '.clientSecret': `The application’s secret; null for a public application. ${SECRET}`,
  '.refreshToken': `The refresh token, for the grant "refresh_token". ${SECRET}`,
};

function at(place: string, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${place}${key}`, text]));
}

const server = (place: 'imap' | 'smtp') => ({
  ...at(place, {
    '.host': 'The name of the server, as its certificate has it.',
    '.port':
      place === 'imap'
        ? 'Usually 993 (implicit) or 143 (starttls).'
        : 'Usually 465 (implicit) or 587 (starttls).',
    '.tls':
      'implicit: TLS from the first byte; starttls: TLS that must succeed; none: this machine only.',
    '.certificateAuthority':
      'A PEM file: the only authority that is trusted here, where the office has its own; null: those that Node.js knows.',
    '.password': `The password; null where "auth" is used. ${SECRET}`,
    '.auth': 'Another way to log in than by password; null: by password.',
  }),
  ...at(`${place}.auth.oauth2`, OAUTH2),
});

export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: 'Where an editor finds this description.',

  office: 'The office itself.',
  'office.name': 'The name that seekers read.',
  'office.telephone': 'The telephone number that seekers call; cancelling is by telephone (6(6)).',
  'office.timeZone': 'The time zone; deadlines are Japanese by the terms.',
  'office.hours': 'When sessions may be held.',
  'office.hours.open': 'The first session may begin at this time.',
  'office.hours.close': 'The last session ends by this time.',
  'office.hours.breakStart': 'The noon break begins.',
  'office.hours.breakEnd': 'The noon break ends.',
  'office.hours.gridMinutes': 'Sessions begin every so many minutes.',
  'office.closedDays':
    'Days on which the office is closed, beside weekends, public holidays and 12/29 to 1/3.',

  staff: 'The counselors.',
  'staff.addresses': 'Whose mails count as a counselor’s word.',
  'staff.notify': 'Where alerts and lists go.',

  registration:
    'register: only seekers in the register (Article 2(1)); sender: an office without a register trusts the sender’s address, and such bookings are marked 未照合.',

  imap: 'The mailbox that is watched.',
  ...server('imap'),
  'imap.user': 'The user name of the mailbox.',
  'imap.folder': 'The folder in which mail arrives.',
  'imap.filing': 'How mail that was worked on is marked on the server.',
  'imap.filing.by': 'keyword: a mark on the mail, which stays where it is; folder: it is moved.',
  'imap.filing.handled': 'The keyword or folder of what is done.',
  'imap.filing.forStaff': 'The keyword or folder of what a person must look at.',
  'imap.pollSeconds': 'Seconds between two looks, beside what the server announces at once.',
  'imap.fetchAttempts':
    'How often a mail that the server does not hand out is asked for before a person is told.',
  'imap.maxMailBytes': 'A larger mail is not read but shown to a person.',

  smtp: 'The relay that takes our mail.',
  ...server('smtp'),
  'smtp.user': 'The user name at the relay; null: it asks for no login.',
  'smtp.from': 'Who our mails are from.',
  'smtp.from.name': 'The name that seekers see.',
  'smtp.from.address': 'The address; bounces come back to it.',
  'smtp.replyTo': 'Where answers go; null: to the sender’s address.',
  'smtp.plusAddressing':
    'true: the server delivers name+code@… to name@…; answers are then known by the code too.',
  'smtp.maxConnections': 'How many mails leave at the same time.',

  authservId:
    'The first word of Authentication-Results in the mails that you receive; "microsoft365" at Exchange Online, whose line has none; null: your server writes no such line.',

  lanes: 'Counselors, each with a Zoom room or user, in the order in which they are filled.',
  'lanes[].id': 'A short name, "A".',
  'lanes[].counselor': 'The counselor or desk, as seekers read it.',
  'lanes[].zoom': 'The lane’s fixed Zoom room, where zoom.kind is "rooms".',
  'lanes[].zoom.meetingId': 'The meeting ID, as seekers read it.',
  'lanes[].zoom.passcode': 'The passcode.',
  'lanes[].zoom.url': 'The link.',
  'lanes[].zoomUser':
    'Who holds the lane’s meetings at Zoom, by mail address or ID, where zoom.kind is "meetings".',

  zoom: 'Fixed rooms, or a meeting for each booking.',
  'zoom.kind':
    'rooms: the fixed room of each lane; meetings: one meeting a booking, by Zoom’s Server-to-Server OAuth app.',
  'zoom.accountId': 'The account ID of the app.',
  'zoom.clientId': 'The client ID of the app.',
  'zoom.clientSecret': `The client secret of the app. ${SECRET}`,
  'zoom.topic': 'What each meeting is called; the reference code follows.',
  'zoom.alertAfterMinutes': 'After so many minutes without a meeting staff is told.',
  'zoom.apiUrl': 'Zoom’s API.',
  'zoom.tokenUrl': 'Zoom’s token server.',

  bookingSite: 'How the notices of booking sites are known and read (6(2) ただし).',
  'bookingSite[].name': 'The name of the site.',
  'bookingSite[].senders': 'The addresses that its notices come from.',
  'bookingSite[].subject': 'By which subjects its notices are known.',
  'bookingSite[].subject.booked': 'A regular expression for the subject of a booking.',
  'bookingSite[].subject.cancelled':
    'A regular expression for the subject of a cancellation; null: the site writes none.',
  'bookingSite[].fields':
    'Where the items stand: each a regular expression with one group around the value.',
  'bookingSite[].fields.reference': 'The site’s own number of the booking; null: it has none.',
  'bookingSite[].fields.name': 'The seeker’s name.',
  'bookingSite[].fields.seekerNumber': 'The seeker’s number (求職番号).',
  'bookingSite[].fields.datetime': 'Date and time of the session.',
  'bookingSite[].fields.phone': 'The telephone number; null: it is not in the notice.',
  'bookingSite[].fields.topic':
    'What the seeker wants to talk about; null: it is not in the notice.',

  deadlines: 'By when things must have happened.',
  'deadlines.closing': 'On the day before the session a reply counts until this time (6(1)).',
  'deadlines.minimumMinutesToAnswer':
    'A request that leaves less time to answer is a counselor’s decision.',
  'deadlines.voidGraceSeconds':
    'Seconds after a deadline before a booking is void, for clocks that differ.',
  'deadlines.incompleteDays':
    'Days after which a request lapses that the seeker leaves incomplete.',

  limits: 'How much and how often.',
  'limits.searchDays': 'How many days around a wish are searched for free slots.',
  'limits.futureBookingsPerSeeker':
    'More future bookings of one seeker are a counselor’s decision.',
  'limits.timesAsked': 'How often missing items are asked for before a counselor takes over.',
  'limits.handlingSeconds': 'How long one mail may take to be parsed.',
  'limits.mailsPerAddressAndHour':
    'No more mails than these go to one address in an hour, so that no two machines answer each other for ever.',
  'limits.staffMailsPerHour': 'The same for a counselor’s address.',
  'limits.mailsPerKindAndBooking': 'No more mails than these of one kind about one booking.',

  reminders: 'What the office says by itself, and when; a time of null: never.',
  'reminders.nudgeAt': 'The day before the session: the nudge to whoever has not answered.',
  'reminders.nudgeAfterHours': 'Only where the terms mail is at least so old.',
  'reminders.dayBeforeAt': 'The day before the session: the reminder of a confirmed booking.',
  'reminders.attendanceDays':
    'For so many days after a session its counselor is asked whether the seeker came.',
  'reminders.morningListAt': 'The morning list, on office days.',
  'reminders.morningListWhenEmpty': 'Whether it is sent where nothing is in it.',
  'reminders.morningListDays': 'For so many days an undecided matter is repeated in it.',
  'reminders.holidayWarningDays': 'So many days before the holiday data ends staff is warned.',
  'reminders.calendarAlarmMinutes': 'The alarm of a calendar entry before the session; 0: none.',

  board: 'The page that shows the state of the bookings on this machine.',
  'board.host': 'A loopback address; the board is for this machine only.',
  'board.port': 'Its port.',
  'board.refreshSeconds': 'The page is loaded anew every so many seconds.',
  'board.pollTooOldMinutes': 'A last look at the mailbox that is older is shown as trouble.',
  'board.undeliveredDays': 'For so many days a mail that was not delivered is shown.',
  'board.months': 'How many months the charts show.',
  'board.rowsPerList': 'How many rows a list shows at most.',

  retention: 'How long personal data is kept (Article 8).',
  'retention.contentDays':
    'Days after the session (or after the closing, where none was) until 相談内容, mails and their headers go.',
  'retention.bookingDays': 'Days until the booking itself goes; then only counts remain.',

  termsFile: 'The terms of use, byte for byte as they are sent: the simple form, without versions.',
  terms: 'The versions of the terms of use, instead of termsFile (Article 13).',
  'terms[].file': 'The text of this version, byte for byte as it is sent.',
  'terms[].effectiveFrom':
    'The first day on which this version holds. A booking is sent the version that holds on the day of its session.',
  'terms[].sendFrom':
    'From this day on every new booking is sent this version, whatever the day of its session; null: only those whose session it governs.',
  database: 'The SQLite file; it is made at the first start.',

  viewing: 'The copy of the database that viewers open instead of the live file.',
  'viewing.file': 'Where it lies; null: none is made.',
  'viewing.readableBy':
    'Whom the system lets read it: the user that runs the bot, its group, or everyone; for a share, where the folder itself decides who comes in.',
  'viewing.everySeconds': 'It is made anew after changes, at most every so many seconds.',
  'viewing.freshMinutes': 'It is made anew after so many minutes in any case.',

  backup: 'Copies for the worst case.',
  'backup.folder': 'Where they lie.',
  'backup.keep': 'How many stay.',
  'backup.afterGapDays':
    'After so many days without the bot, or a leap of the clock, a backup is made before retention removes anything.',

  health: 'From when on "uketsuke status" calls something bad, and when a mail says so.',
  'health.pollMinutes': 'Minutes without a good look at the mailbox.',
  'health.alertAfterMinutes':
    'Minutes without a good look at the mailbox until a mail says so, and one more when it is well again; null: none.',
  'health.alertTo':
    'Who gets these two mails, best an address on another server; null: staff.notify.',
  'health.deliveryMinutes': 'Minutes that a mail may wait to leave.',
  'health.handlingMinutes': 'Minutes that a mail may wait to be handled.',
  'health.lockSeconds': 'Seconds that somebody may hold the database.',

  sendMode: 'hold: every mail waits for "uketsuke release"; live: mails leave at once.',
};
