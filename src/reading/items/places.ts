/**
 * Municipalities around the office, and what an address looks like, so that a line of address
 * is taken neither for a name (小林市…) nor for the matter. Data and one question.
 */
import { phrases } from './phrase-table.ts';

/** Miyazaki, and what lies next to it. */
const MUNICIPALITIES = phrases(
  `小林市 宮崎市 都城市 延岡市 日南市 日向市 串間市 西都市 えびの市 高原町 三股町 国富町 綾町 高鍋町 新富町
   西米良村 木城町 川南町 都農町 門川町 諸塚村 椎葉村 美郷町 高千穂町 日之影町 五ヶ瀬町 西諸県郡 北諸県郡
   東諸県郡 児湯郡 東臼杵郡 西臼杵郡 霧島市 曽於市 鹿児島市 姶良市 伊佐市 鹿屋市 志布志市 湧水町 人吉市
   あさぎり町 多良木町 熊本市 福岡市 大分市 佐伯市`,
);
/** A person may be called 小林市子: these characters go on as a name. */
const NOT_A_GIVEN_NAME = '(?![子郎朗太夫雄男江代美])';

/** A text that begins with a place names no person. */
export const PLACE_AT_START: RegExp = new RegExp(`^${MUNICIPALITIES}${NOT_A_GIVEN_NAME}`);

const ADDRESS = new RegExp(
  `^(?:〒?\\d{3}-?\\d{4}[ ]*)?(?:[\\p{Script=Han}]{2,3}[都道府県])?(?:${MUNICIPALITIES}|[^ \\d。、]{1,6}[市区郡])[^はがをでとへにも。、]{0,30}$`,
  'u',
);

/** Whether a piece of text is an address and nothing else. */
export function isAddress(text: string): boolean {
  return (
    ADDRESS.test(text.trim().slice(0, 60)) &&
    !/^[^ \d]{1,12}の(?!\d)/.test(text.replace('えびの', ''))
  );
}
