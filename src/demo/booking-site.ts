/**
 * The booking site of the played days, as an office describes one in its config. Data only.
 */
import { SITE } from './people.ts';

/** How the booking site writes; an office finds the like of it in config.example.json. */
export const SITE_FORMAT = {
  name: SITE.name,
  senders: [SITE.address],
  subject: { booked: '予約完了', cancelled: '予約キャンセル' },
  fields: {
    reference: '^予約番号[：:]\\s*(.*)$',
    name: '^お名前[：:]\\s*(.*)$',
    seekerNumber: '^求職番号[：:]\\s*(.*)$',
    datetime: '^予約日時[：:]\\s*(.*)$',
    phone: '^電話番号[：:]\\s*(.*)$',
    topic: '^ご相談内容[：:]\\s*(.*)$',
  },
};
