/**
 * The lines that clients draw between a new text and the mail it answers or forwards.
 * Data only, on width-folded text; the words decide, never the strokes alone, since people
 * draw 「---」 as decoration.
 */

const STROKE = '[-_=*~#+ ]';

/** Words of "original message", as every client puts them between strokes. */
const ORIGINAL_WORDS = [
  'original message',
  'original mail',
  'original e-?mail',
  'reply message',
  'replied message',
  'previous message',
  '元のメッセージ',
  '元のメール',
  '元メール',
  '元メッセージ',
  'オリジナルメッセージ',
  'オリジナル メッセージ',
  '受信メール',
  '受信メッセージ',
  '引用元',
  '引用メール',
  '返信元メール',
  '返信元メッセージ',
  '返信元のメール',
  "message d'origine",
  'ursprüngliche nachricht',
  'mensaje original',
  'mensagem original',
  'messaggio originale',
  'oorspronkelijk bericht',
  'originalmeddelande',
  'исходное сообщение',
  'pesan asli',
  'tin nhắn gốc',
  '原始邮件',
  '原始郵件',
  '원본 메시지',
  '원본 메일',
  'původní zpráva',
  'oprindelig meddelelse',
  'opprinnelig melding',
  'alkuperäinen viesti',
  'eredeti üzenet',
  'wiadomość oryginalna',
  'oryginalna wiadomość',
  'mesajul original',
  'mesaj original',
  'pôvodná správa',
  'ursprungligt meddelande',
  'özgün ileti',
  'orijinal mesaj',
  'оригінальне повідомлення',
  'исходное письмо',
  'izvorna poruka',
  'originele bericht',
  'ursprüngliche e-?mail',
  'original-?nachricht',
  'message original',
].join('|');

/** Words of "forwarded message". */
const FORWARD_WORDS = [
  'forwarded message',
  'forwarded mail',
  'forwarded by .{1,80}',
  'forward message',
  'begin forwarded message',
  'start of forwarded message',
  'forwarded e-?mail',
  'forward header',
  '転送メッセージ',
  '転送されたメッセージ',
  '転送メール',
  '転送されたメール',
  '転送元メッセージ',
  '転送元メール',
  '転送ここから',
  '以下転送',
  '以下、転送',
  '転送内容',
  '転送する内容',
  '転送された電子メール',
  'message transféré',
  'weitergeleitete nachricht',
  'weitergeleitete mail',
  'mensaje reenviado',
  'mensagem encaminhada',
  'messaggio inoltrato',
  'doorgestuurd bericht',
  'vidarebefordrat meddelande',
  'пересылаемое сообщение',
  'pesan diteruskan',
  'tin nhắn đã chuyển tiếp',
  'thư đã chuyển tiếp',
  '转发的邮件',
  '轉寄郵件',
  '전달된 메시지',
  'přeposlaná zpráva',
  'začátek přeposílané zprávy',
  'start på videresendt besked',
  'videresendt (?:besked|meddelelse|melding)',
  'begynnelse på videresendt melding',
  'anfang der weitergeleiteten (?:nachricht|e-?mail)',
  'inicio del mensaje reenviado',
  'välitetty viesti(?: alkaa)?',
  'edelleenlähetetty viesti',
  'début du message (?:réexpédié|transféré)',
  'započni proslijeđenu poruku',
  'proslijeđena poruka',
  'továbbított (?:levél|üzenet)(?: kezdete)?',
  'inizio (?:del )?messaggio inoltrato',
  'begin doorgestuurd bericht',
  'początek przekazywanej wiadomości',
  '(?:przekazana|przesłana dalej) wiadomość',
  'wiadomość przekazana(?: dalej)?',
  'início da mensagem (?:reencaminhada|encaminhada)',
  'mensagem reencaminhada',
  'începe mesajul redirecționat',
  'mesaj redirecționat',
  'начало (?:переадресованного|пересылаемого) сообщения',
  'пересланное сообщение',
  'začiatok preposlanej správy',
  'preposlaná správa',
  'vidarebefordrat (?:mejl|brev|e-postmeddelande)',
  'перенаправленное сообщение',
  'mail transféré',
  'videresendt (?:e-post|mail)',
  'İletilmiş (?:mesaj|ileti)',
  'İletilen (?:mesaj|ileti)',
  'İleti başlangıcı',
  '(?:iletilen|yönlendirilen) (?:mesaj|ileti)',
  'iletilmiş (?:mesaj|ileti)',
  'початок листа, що пересилається',
  '(?:переслане|перенаправлене) повідомлення',
  'προωθημένο μήνυμα',
].join('|');

const END_WORDS = [
  'end of forwarded message',
  'end forwarded message',
  '(?:8<[-=]{0,60})?end of original message(?: text)?',
  '転送ここまで',
  '転送終わり',
  '転送メッセージここまで',
  '以上、転送',
  '以上転送',
].join('|');

/**
 * `-----Original Message-----`, `------ 元のメッセージ ------`: the mail answered (Outlook also: the mail
 * forwarded).
 */
export const ORIGINAL_SEPARATOR = new RegExp(
  `^${STROKE}{2,60}(?:8<${STROKE}{0,60})?(?:${ORIGINAL_WORDS})(?: text)?${STROKE}{0,60}:?$`,
  'i',
);

/** `---------- Forwarded message ---------`, `Begin forwarded message:`, `転送されたメッセージ：`. */
export const FORWARD_SEPARATOR = new RegExp(
  `^(?:${STROKE}{2,60}(?:${FORWARD_WORDS})${STROKE}{0,60}:?|[<(\\[【]? ?(?:${FORWARD_WORDS})[>)\\]】]? ?:)$`,
  'i',
);

/** `----- End of forwarded message -----`, 「---転送ここまで---」. */
export const FORWARD_END = new RegExp(
  `^${STROKE}{0,60}[<(\\[【]?(?:${END_WORDS})[>)\\]】]?${STROKE}{0,60}$`,
  'i',
);

/** Outlook's stroke above its header block; says nothing without the block. */
export const OUTLOOK_STROKE = /^[_\-=─━―]{8,200}$/;
