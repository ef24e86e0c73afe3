/**
 * Emoticons as they are typed (m(_ _)m, (^^)v, ٩( ᐛ )و, orz, w): where in a sentence
 * they stand, so that they end it and say nothing. Data and one pattern; a bracket
 * with a word in it ("(仮)") is no face.
 */

/** Arms and sweat outside the brackets. */
const LEFT = 'm|ｍ|M|o|O|ヾ|ヽ|＼|\\\\|/|٩|ヘ|\u0669|\u0301|q|d|b|t|T|\\^';
const RIGHT =
  'm|ｍ|M|o|O|ノ|ﾉ|ゞ|／|/|٩|و|۶|v|V|b|d|シ|人|y|Y|ﾂ|ｼ|ゝ|=3|\u0669|\u06F6|;|；|\\^|♪|☆|♡';
/** Signs with kana among them, or letters that no Japanese word is written in. */
const INSIDE =
  '(?:(?=[^()\\p{L}\\p{N}]{0,8}[^()\\p{L}\\p{N}\\s、。])[^()\\p{Script=Han}]{1,14}|[^()\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Latin}\\p{N}]{1,14})';
/** Faces without brackets, and laughter. */
const BARE =
  '\\^[_.\\-o]?\\^[;v]?|>_<|T_T|;_;|orz|(?<=[^\\s!-~])w{1,5}(?![a-z])|笑(?=$|[\\s。、!])|爆笑|汗(?=$|[\\s。、!])';

/** Source of a regular expression for use with the flags "g" and "u", on text in matching form. */
export const FACE = `(?:${LEFT})?\\(${INSIDE}\\)(?:${RIGHT})?|${BARE}`;
