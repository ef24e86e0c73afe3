/**
 * The word that a counselor may give next, told as it is given: by answering the mail, or by a
 * command where the last word came from the command line. It carries out nothing.
 */
import type { CounselorWord } from '../../reading/types.ts';
import type { SpokenWord } from './spoken-word.ts';

/** What each word is called, in answers to the counselor. */
export const WORD_NAMES: Record<CounselorWord['kind'], string> = {
  register: '登録確認',
  attended: '来談',
  no_show: '不在',
  cancel: '取消',
  office_cancel: '所側取消',
  change: '変更',
  next_session: '次回',
  confirm: '確定',
  release_mail: '送信許可',
  refuse: 'お断り',
  lift_refusal: 'お断り解除',
  address: 'メール',
  settle: '済',
};

/** Each way ends a sentence that begins with its condition: "受けるときは、…". */
const WAYS = {
  confirm: {
    mail: '「確定」と理由を返信してください。',
    desk: (code: string) => `uketsuke confirm ${code} --reason "理由" を実行してください。`,
  },
  lift_refusal: {
    mail: '「お断り解除」と理由を返信してください。',
    desk: (code: string) => `uketsuke allow ${code} --reason "理由" を実行してください。`,
  },
  register: {
    mail: '「登録確認」と返信してください。',
    desk: (code: string) => `uketsuke register ${code} を実行してください。`,
  },
  register_at: {
    mail: '「登録確認」と返信し、次の行に「メール: アドレス」と書いてください。',
    desk: (code: string) => `uketsuke register ${code} --address アドレス を実行してください。`,
  },
  address: {
    mail: '「メール: アドレス」と返信してください。',
    desk: (code: string) => `uketsuke register ${code} --address アドレス を実行してください。`,
  },
  agreed: {
    mail: '「変更」と日時を書き、次の行に「確定」と理由を書いて返信してください。',
    desk: (code: string) => `uketsuke change ${code} 日時 --agreed "理由" を実行してください。`,
  },
} as const;

/** How the word is given where `spoken` was given. */
export function furtherWord(
  further: keyof typeof WAYS,
  { booking, cause }: Pick<SpokenWord, 'booking' | 'cause'>,
): string {
  const way = WAYS[further];
  return cause.mail === null ? way.desk(booking.reference) : way.mail;
}
