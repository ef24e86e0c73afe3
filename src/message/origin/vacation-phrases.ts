/**
 * Data: what absence replies say. A person who says that he is away on a day says one of
 * these things; a program's text says at least two of different kinds: away, cannot
 * answer, back on a day, whom to ask instead. Past forms (不在にしておりました) never fit.
 */
import { phraseTable } from './phrase-score.ts';

const LISTS = {
  返信: '(?:返信|回答|お?返事|返答|対応|連絡)',
  確認する: '(?:確認|見る|チェック|閲覧|拝見|対応|返信|受信)',
  できない:
    '(?:でき(?:ない|ません(?!でし)|かね|ず)|困難|難し|いたしかね|遅れ(?:ます|る|が)|遅く(?:なり(?:ます|がち|得)|なる)|お時間)',
  日: '(?:[0-9]{1,2}(?:日|/[0-9]{1,2})(?:\\([^)]{1,3}\\))?|(?:明日|明後日|来週|週明け|翌週)[^。]{0,6})',
  連休: '(?:夏季|夏期|冬季|冬期|年末年始|お盆|GW|ゴールデンウィーク|臨時)',
};

export const VACATION_PHRASES = phraseTable(
  [
    {
      kind: 'absence',
      points: 1,
      in: 'squeezed',
      says: [
        '不在に(?:し|いたし|させ)(?:て|ており|い)?[^た。]{0,6}ます',
        '不在(?:です|のため|となります|とさせ|となって|期間|につき|にさせ|中)',
        '(?:休暇|休業|休み|産休|育休|夏休み|有休|有給)(?:中|をいただ|を取得|のため|期間|とさせ|に(?:入|つき)|となります|を?いたします|しております)',
        '(?:この|こちらの)(?:メール|アドレス)は…確認(?:する(?:こと|事)が|が)?できません',
        '<連休>(?:の)?(?:休業|休暇|休み|期間)',
        '留守に(?:し|いたし)ております',
        '(?:本日|年内)の(?:営業|業務|受付|診療)は…(?:終了|まで)',
        '(?:産前|産後|育児|介護)休(?:業|暇)(?:中|を|のため|に)',
        '(?:休業|休診|休館|定休|休園|休校)日?(?:のため|です|につき|とさせ|となって|をいただ)',
        '(?:営業|勤務|業務|受付|診療|対応)時間外(?:の|です|と|に(?:つき|いただ)|で)',
        '出張(?:中(?:です|のため|で|に)|のため|しております|しています)',
        '(?:退職|退社|異動)(?:(?:いたし|し)(?:まし|ており)|と?なりまし|になりまし)',
        '運転中(?:です|のため|で|モード|集中モード)',
        '(?:社|事務所|オフィス|会社)を(?:離れ|不在)|終日(?:不在|外出)',
      ],
    },
    {
      kind: 'absence',
      points: 0.5,
      in: 'squeezed',
      says: ['(?:外出|研修|会議|移動)(?:中|のため|しております|しています)|席を(?:外|はず)し'],
    },
    {
      kind: 'absence',
      points: 2,
      in: 'lines',
      says: ['^[^\\n]{0,6}(?:不在|休暇|休業)(?:通知|のお知らせ|応答)[^\\n]{0,6}$'],
    },
    {
      kind: 'unable',
      points: 1,
      in: 'squeezed',
      says: [
        '(?:メール|連絡|携帯|電話)…<確認する>[^。]{0,12}<できない>',
        '<返信>(?:が|は|に|を)?[^。]{0,16}(?:<できない>|差し控え)',
        '(?:メール|電話)での?<返信>(?:を|は)…(?:停止|休止|行って|しており)',
      ],
    },
    {
      kind: 'back',
      points: 1,
      in: 'squeezed',
      says: [
        '<日>[^。]{0,8}(?:以降|より|から|に|まで)?…(?:<返信>|出社|出勤|業務を|通常|営業を|再開|順次|戻り|復帰)(?:し|い|を|さ|と|ま)',
        '<返信>(?:は|につきまして|に関しまして)…<日>(?:以降|より|から|に)',
        '(?:戻り|帰社|出社|出勤|復帰|帰国|休み明け)(?:次第|後|いたしましたら|ましたら)',
        '(?:営業|業務|診療|通常業務)の?(?:を)?再開(?:は|日|予定|いたし|し)|再開(?:後|次第)に?…(?:<返信>|順次)',
        '(?:休み|休暇|休業|連休|出張)明け|(?:翌|次の)営業日',
      ],
    },
    {
      kind: 'deputy',
      points: 1,
      in: 'squeezed',
      says: [
        '(?:お急ぎ|緊急|急ぎ|至急|急用)(?:の|を要する|で|な)?[^。]{0,14}(?:場合|方|用件|件|際|とき|ご用|要件|連絡)……(?:まで|へ|に|宛|連絡|電話|携帯|[0-9]{2,4}-)',
        '(?:代わりに|代理の?|後任|代表)(?:の|は|者)?……(?:まで|へ|宛|@)…(?:連絡|お?電話|問い合わせ|お送り|お願い)',
        '(?:その間|不在中|不在時|休暇中|休業中|期間中|今後|以降)の?……(?:まで|へ|宛に?|@[^。]{0,40}(?:まで|へ))(?:ご?連絡|お?電話|問い合わせ|お送り|お?願い)',
        '後任は……(?:です|でござい|が担当|まで|へ|@)',
        '(?:新しい|新|変更後の?)(?:メール)?アドレス',
      ],
    },
    {
      kind: 'thanks',
      points: 0.5,
      in: 'squeezed',
      says: [
        '(?:メール|ご連絡)を?…(?:いただ|お送り|送信|くださ|誠に|どうも|大変)…(?:ありがとう|お礼|ご礼)',
      ],
    },
    {
      kind: 'absence',
      points: 1,
      in: 'words',
      says: [
        "\\b(?:i am|i'm|i will be|i'll be|we are|currently|am) (?:currently |now |presently )?(?:away|out)(?: of| from)? (?:the |my )?(?:office|desk|town|country|work|e-?mail)",
        '\\bout[- ]of[- ](?:the[- ])?office\\b|\\booo\\b',
        '\\b(?:on|taking) (?:annual |maternity |paternity |parental |sick |medical )?(?:leave|vacation|holiday)\\b',
        '\\b(?:am|be) (?:traveling|travelling|on a business trip)',
        "\\b(?:our )?office (?:is|will be) closed|\\bi(?: am|'m) (?:currently )?away\\b",
        '\\bno longer (?:with|work|employed)',
        'ich bin (?:derzeit|momentan|bis|vom)[^.]{0,40}(?:nicht|abwesend)|je suis (?:actuellement )?absent|actualmente (?:estoy|me encuentro) fuera',
      ],
    },
    {
      kind: 'unable',
      points: 1,
      in: 'words',
      says: [
        '\\b(?:limited|intermittent|no|sporadic|without|not have) (?:access to|ability to check) (?:my |the )?(?:e-?mail|phone|internet)',
        '\\b(?:e-?mail|messages?) will not be (?:read|forwarded|answered|checked)',
        '\\b(?:response|reply) (?:may|will|might) be (?:delayed|slow)',
      ],
    },
    {
      kind: 'back',
      points: 1,
      in: 'words',
      says: [
        '\\b(?:upon|on|after) my return\\b',
        "\\b(?:after|once|until|as soon as) i(?: am| get|'m)? (?:return|back|in the office)",
        "\\bwhen i(?: am| get|'m)? (?:return|back|in the office)",
        '\\b(?:returning|return|be back|will be back|back) (?:to (?:the |my )?(?:office|work|desk) )?(?:on|in|by|at) (?:the )?(?:[a-z]{3,9}|\\d)',
        '\\breply (?:to your (?:e-?mail|message) )?(?:when|as soon as) (?:i|possible)|\\bget back to you (?:as soon as|when)',
      ],
    },
    {
      kind: 'deputy',
      points: 1,
      in: 'words',
      says: [
        '\\b(?:for|if (?:you|it|this)[^.]{0,30}|in case of) (?:urgent|immediate|pressing|emergenc|any urgent)[^.]{0,60}',
        '\\bplease contact (?:my|our|the)?\\b[^.]{0,60}(?:@|colleague|assistant|team|office|instead)',
      ],
    },
  ],
  LISTS,
);
