/**
 * Absence replies known by their subject. Programs put the word in front of our subject;
 * a person's answer puts Re: in front of it, so only the very beginning counts, and a
 * subject of ours that contains such a word makes no robot of the person who answers it.
 */
import { deliveryReport, mailerDaemon } from '../bounce/delivery-traces.ts';
import type { OriginRule } from './rule.ts';

/** Words before a colon. Data: one row a language or program. */
const BEFORE_COLON = [
  '自動応答|自動返信|自動返答|自動応答メール|自動返信メール|不在応答|不在通知|不在返信|不在自動応答|休暇通知', // Exchange/Outlook ja, Notes, Cybozu, Garoon
  'automatic reply|automatic response|auto(?:matic)?[- ]?(?:reply|response|responder|answer)|auto', // Exchange en
  'out[- ]of[- ](?:the[- ])?office(?:[- ]auto-?reply| automatic reply)?|ooo|oof|vacation(?: reply| message)?|away(?: message)?|absent|on leave',
  'automatische antwort|abwesenheits(?:notiz|assistent)|réponse automatique|absence du bureau|respuesta automática|fuera de la? oficina',
  'risposta automatica|fuori ufficio|resposta automática|automatisch antwoord|automatiskt svar|autosvar|automatisk svar|automaattinen vastaus|automatická odpověď|autoodpowiedź|автоответ',
  '自动回复|自動回覆|自动答复|자동 ?회신|자동 ?응답',
].join('|');
const SUBJECT_PREFIX = new RegExp(`^(?:${BEFORE_COLON})\\s*[:：]`, 'iu');

/** The same words in brackets, as webmail and hosting panels write them. */
const SUBJECT_BRACKET =
  /^[[(【〔（［<＜≪《「『]\s*(?:不在(?:通知|応答|返信)|休暇中|不在のお知らせ|自動不在応答|out of (?:the )?office|ooo|vacation|automatic reply|auto[- ]?reply|autoreply)\s*[\])】〕）］>＞≫》」』]/iu;

/** Whole subjects that only an absence has; never after Re:. */
const WHOLE_SUBJECT =
  /^(?:(?:現在|只今|ただいま)?(?:不在|休暇|長期休暇|夏季休暇|夏期休暇|冬季休暇|年末年始休暇|出張|休業|産休|育休)(?:中(?:です|の為|のため)?|のお知らせ|通知)(?:[(（].{0,30})?$|i(?: am|'m) (?:currently )?(?:out of|away from) (?:the |my )?(?:office|desk)|away from my mail|away until |out of (?:the )?office\b)/iu;

/**
 * The subject begins as only programs write it. A bare 「不在」 is left alone: it is also a counselor's
 * word.
 */
export const vacationSubject: OriginRule = {
  name: 'vacation-subject',
  origin: 'vacation',
  find(mail) {
    if (deliveryReport(mail.message) ?? mailerDaemon(mail.message)) return null;
    const fits = [SUBJECT_PREFIX, SUBJECT_BRACKET, WHOLE_SUBJECT].some((form) =>
      form.test(mail.subject),
    );
    return fits ? `subject: ${mail.subject.slice(0, 200)}` : null;
  },
};
