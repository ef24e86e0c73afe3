/**
 * Data: what absence replies say. A person who says that he is away on a day says one of
 * these things; a program's text says at least two of different kinds: away, cannot
 * answer, back on a day, whom to ask instead. Past forms (不在にしておりました) never fit.
 */
import type { PhraseRow } from './phrase-score.ts';

export const VACATION_PHRASES: readonly PhraseRow[] = [
  {
    kind: 'absence',
    points: 1,
    in: 'squeezed',
    pattern:
      /不在(?:に(?:し|いたし|致し|させて)(?:て|ており|い)?[^た。]{0,6}ます|です|のため|の為|となります|とさせ|となって|期間|につき|にさせ)/u,
  },
  {
    kind: 'absence',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:休暇|休業|休み|お休み|産休|育休|夏休み|有休|有給)(?:中|を(?:いただ|頂|とら|取得|とって|取って)|のため|の為|期間|とさせ|に(?:入|つき)|となります|(?:を)?いたします)|(?:夏季|夏期|冬季|年末年始|お盆|GW|ゴールデンウィーク|臨時)(?:休業|休暇|休み)|(?:産前|産後|育児|介護)休(?:業|暇)/iu,
  },
  {
    kind: 'absence',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:出張|外出|研修|会議)(?:中(?:です|の(?:ため|為)|で|に)|のため|の為|しております|しています)|席を(?:外|はず)し|退職(?:い?たし|致し|し)(?:まし|ており)|異動(?:い?たし|致し|し)(?:まし|ており)|(?:社|事務所|オフィス|会社)を(?:離れ|不在)|終日不在/u,
  },
  {
    kind: 'unable',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:メール|ご?連絡|携帯|電話)[^。]{0,24}(?:確認|チェック|閲覧|拝見|対応|返信|受信|送信)[^。]{0,12}(?:でき(?:ない|ません(?!でし)|かね|ず)|出来(?:ない|ません(?!でし)|かね|ず)|困難|難し|いたしかね|遅れ(?:ます|る|が)|遅く(?:なり(?:ます|がち)|なる)|お時間)/u,
  },
  {
    kind: 'unable',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:ご?返信|ご?回答|お?返事|ご?対応|ご?連絡)(?:が|は|に|を)?[^。]{0,16}(?:遅れ(?:ます|る)|遅く(?:なり(?:ます|得)|なる)|でき(?:ない|ません(?!でし)|かね)|出来(?:ない|ません(?!でし)|かね)|お時間を?(?:いただ|頂)|いたしかね|差し控え)/u,
  },
  {
    kind: 'back',
    points: 1,
    in: 'squeezed',
    pattern:
      /[0-9]{1,2}(?:日|\/[0-9]{1,2})(?:\([^)]{1,3}\))?[^。]{0,8}(?:以降|より|から|に|まで)[^。]{0,24}(?:ご?返信|ご?連絡|ご?回答|ご?対応|お返事|出社|出勤|業務を|通常|営業を?|再開|順次|戻り|復帰)/u,
  },
  {
    kind: 'back',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:戻り|帰社|出社|出勤|復帰|帰国|出張から戻)(?:次第|後|いたしましたら|ましたら|ました後)|(?:休み|休暇|休業|連休|出張)明け|(?:翌|次の)営業日/u,
  },
  {
    kind: 'deputy',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:お急ぎ|緊急|急ぎ|至急|急用)(?:の|を要する|で|な)?[^。]{0,14}(?:場合|方|用件|際|とき|ご用|要件|連絡)[^。]{0,40}(?:まで|へ|に|宛|連絡|電話|携帯|[0-9]{2,4}-)/u,
  },
  {
    kind: 'deputy',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:代わりに|代理の?|後任|代表)(?:の|は|者)?[^。]{0,30}(?:まで|へ|宛|@)[^。]{0,20}(?:ご?連絡|お電話|お問い?合わ?せ|お送り)/u,
  },
  {
    kind: 'thanks',
    points: 0.5,
    in: 'squeezed',
    pattern:
      /(?:メール|ご連絡)(?:を|のご送付)?[^。]{0,10}(?:いただ|頂|お送り|送信|くださ|下さ|誠に|どうも)[^。]{0,12}(?:ありがとう|有難う|有り難う|御礼)/u,
  },
  // Western texts
  {
    kind: 'absence',
    points: 1,
    in: 'words',
    pattern:
      /\b(?:i am|i'm|i will be|i'll be|we are|currently|am) (?:currently |now |presently )?(?:away|out)(?: of| from)? (?:the |my )?(?:office|desk|town|country|work|e-?mail)|\bout[- ]of[- ](?:the[- ])?office\b|\b(?:on|taking) (?:annual |maternity |paternity |parental |sick |medical )?(?:leave|vacation|holiday)\b|\b(?:am|be) (?:traveling|travelling|on a business trip)/u,
  },
  {
    kind: 'absence',
    points: 1,
    in: 'words',
    pattern:
      /\b(?:our )?office (?:is|will be) closed|\bi(?: am|'m) (?:currently )?away\b|\bno longer (?:with|work|employed)|\bich bin (?:derzeit|momentan|bis)[^.]{0,40}(?:nicht|abwesend)|je suis (?:actuellement )?absent|actualmente (?:estoy|me encuentro) fuera/u,
  },
  {
    kind: 'unable',
    points: 1,
    in: 'words',
    pattern:
      /\b(?:limited|intermittent|no|sporadic|without|not have) (?:access to|ability to check) (?:my |the )?(?:e-?mail|phone|internet)|\b(?:e-?mail|messages?) will not be (?:read|forwarded|answered|checked)|\b(?:response|reply) (?:may|will|might) be (?:delayed|slow)/u,
  },
  {
    kind: 'back',
    points: 1,
    in: 'words',
    pattern:
      /\b(?:upon|on|after) my return\b|\bwhen i(?: am| get|'m)? (?:return|back|in the office)|\b(?:returning|return|be back|will be back|back) (?:to (?:the |my )?(?:office|work|desk) )?(?:on|in|by|at) (?:the )?(?:[a-z]{3,9}|\d)|\breply (?:to your (?:e-?mail|message) )?(?:when|as soon as) (?:i|possible)|\bget back to you (?:as soon as|when)/u,
  },
  {
    kind: 'deputy',
    points: 1,
    in: 'words',
    pattern:
      /\b(?:for|if (?:you|it|this)[^.]{0,30}|in case of) (?:urgent|immediate|pressing|emergenc|any urgent)[^.]{0,60}|\bplease contact (?:my|our|the)?\b[^.]{0,60}(?:@|colleague|assistant|team|office|instead)/u,
  },
];
