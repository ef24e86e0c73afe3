/** A config for commands that log in nowhere: no password is at hand. */

export function officeConfig(database: string): Record<string, unknown> {
  return {
    office: { name: 'ハローワーク', telephone: '0984-00-0000' },
    staff: { addresses: ['desk@office.example.jp'], notify: 'desk@office.example.jp' },
    imap: {
      host: 'imap.example.jp',
      port: 993,
      tls: 'implicit',
      user: 'u',
      password: { env: 'NO' },
    },
    smtp: {
      host: 'smtp.example.jp',
      port: 465,
      tls: 'implicit',
      from: { name: 'ハローワーク', address: 'online@office.example.jp' },
    },
    lanes: [
      {
        id: 'A',
        counselor: '窓口',
        zoom: { meetingId: '0', passcode: '0', url: 'https://zoom.example/j/0' },
      },
    ],
    database,
  };
}
