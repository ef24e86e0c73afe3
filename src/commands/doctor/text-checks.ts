/**
 * The doctor's look at what the office says and when it is open: mail templates, terms, holidays.
 */
import { lastKnownHoliday } from '../../domain/holidays.ts';
import { longDate } from '../../domain/japanese-date.ts';
import { readTemplates } from '../../flow/open-office.ts';
import { readTermsText } from '../../flow/read-terms.ts';
import { type Finding, whyOf } from './finding.ts';

/** Each template is rendered with sample data as it is compiled. */
export function checkTemplates(): Finding[] {
  try {
    readTemplates();
    return [
      {
        check: 'templates',
        level: 'good',
        what: { ja: 'メールのひな形は、すべて使えます。', en: 'every mail template can be used.' },
        todo: null,
      },
    ];
  } catch (error) {
    const why = whyOf(error);
    return [
      {
        check: 'templates',
        level: 'problem',
        what: {
          ja: `メールのひな形に誤りがあります: ${why}`,
          en: `a mail template is wrong: ${why}`,
        },
        todo: {
          ja: 'templates の中のそのファイルを直すか、元のファイルに戻してください。',
          en: 'mend that file in templates, or put the original back.',
        },
      },
    ];
  }
}

/** The text that comes with the program restates the office's terms; it is not the office's own file. */
const RESTATEMENT_SHA256 = '19c49e4a2100ad112bd89763702636b2f375c9abc61a63a22c1a7d603677fc30';

export function checkTerms(path: string): Finding[] {
  const finding = (
    level: Finding['level'],
    what: Finding['what'],
    todo: Finding['todo'] = null,
  ): Finding[] => [{ check: 'terms', level, what, todo }];
  try {
    const { sha256, label } = readTermsText(path);
    if (sha256 !== RESTATEMENT_SHA256) {
      const what = {
        ja: `利用規約を読めます（${label} の版）。`,
        en: `the terms can be read (${label}).`,
      };
      return finding('good', what);
    }
    const what = {
      ja: '利用規約が、プログラムに付いてきた書き写しのままです。',
      en: 'the terms are the restatement that comes with the program.',
    };
    return finding('warning', what, {
      ja: '所で定めた利用規約の本文をファイルに置き、設定にそのファイルを書いてください。',
      en: "put the office's own text into a file and name it in the config.",
    });
  } catch (error) {
    const why = whyOf(error);
    const what = { ja: `利用規約を読めません: ${why}`, en: `the terms cannot be read: ${why}` };
    return finding('problem', what, {
      ja: '利用規約の本文（UTF-8）を置き、設定にそのファイルを書いてください。',
      en: 'put the text (UTF-8) there, or name the right file in the config.',
    });
  }
}

/** Past the last known one, holidays are not seen; `warningDays` before it is the time to act. */
export function checkHolidays(today: Temporal.PlainDate, warningDays: number): Finding[] {
  const last = lastKnownHoliday();
  const known = Temporal.PlainDate.compare(last, today.add({ days: warningDays })) > 0;
  const over = Temporal.PlainDate.compare(last, today) < 0;
  return [
    {
      check: 'holidays',
      level: over ? 'problem' : known ? 'good' : 'warning',
      what: {
        ja: `祝日は${longDate(last)}まで分かっています。`,
        en: `public holidays are known until ${last.toString()}.`,
      },
      todo: known
        ? null
        : {
            ja: 'プログラムを新しい版にしてください。',
            en: 'take a newer version of the program.',
          },
    },
  ];
}
