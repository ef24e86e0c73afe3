/**
 * Finds codes and cause in a diagnostic text: reply code (RFC 5321 4.2), enhanced status
 * code (RFC 3463), and whether another try could succeed. The tables are in
 * `failure-causes.ts`; this file only asks them in order.
 */
import { type FailureCause, STATUS_CAUSES, WORD_CAUSES } from './failure-causes.ts';

export interface Diagnosis {
  replyCode: number | null;
  enhancedStatusCode: string | null;
  permanence: 'permanent' | 'transient' | 'unknown';
  cause: FailureCause;
}

/**
 * A reply as it stands after the usual words: "said: 550", "<<< 550", "(reason: 550", "[550 5.1.1",
 * line start.
 */
const REPLY =
  /(?:^|said:|responded:|response:|returned|reason:|<<<|\]:|>:|error:|error message:|code:|\[|['"#(:])\s*([245][0-5]\d)(?=[\s\-:,;#]|$)(?!\.\d)/imu;
const ENHANCED = /(?<![\d.])([245]\.[0-7]\.\d{1,3})(?![\d.]*\.\d|\d)/u;
/** A year or a size is no reply code: replies of RFC 5321 have these classes and second digits. */

/**
 * Diagnoses the words of a mail system. `status` is the Status field of RFC 3464, where the
 * report has one; a code in the diagnostic is preferred where that field is only x.0.0.
 */
export function diagnose(words: string, status: string | null): Diagnosis {
  const text = words.slice(0, 8_000);
  const written = ENHANCED.exec(text)?.[1] ?? null;
  const specific = status !== null && !/^[245]\.0\.0$/u.test(status) ? status : null;
  const enhancedStatusCode = specific ?? written ?? status;
  const reply = REPLY.exec(text)?.[1];
  const replyCode = reply === undefined ? null : Number(reply);
  return { replyCode, enhancedStatusCode, ...judge(text, enhancedStatusCode, replyCode) };
}

function judge(
  text: string,
  enhanced: string | null,
  replyCode: number | null,
): Pick<Diagnosis, 'permanence' | 'cause'> {
  const bySubject = enhanced ? STATUS_CAUSES[enhanced.slice(2)] : undefined;
  if (bySubject?.permanence) return { cause: bySubject.cause, permanence: bySubject.permanence };
  const byWords = WORD_CAUSES.find(({ pattern }) => pattern.test(text));
  const cause =
    bySubject && bySubject.cause !== 'unknown' ? bySubject.cause : (byWords?.cause ?? 'unknown');
  if (byWords?.permanence === 'transient') return { cause: byWords.cause, permanence: 'transient' };
  const byCode = classOf(enhanced?.[0]) ?? classOf(replyCode?.toString()[0]);
  return { cause, permanence: byCode ?? byWords?.permanence ?? 'unknown' };
}

function classOf(digit: string | undefined): 'permanent' | 'transient' | null {
  if (digit === '5') return 'permanent';
  return digit === '4' ? 'transient' : null;
}
