/**
 * The names that mail clients print before the header fields of the mail they quote or forward.
 * Data only: a new client or language is a new entry. Compared in lower case, width folded,
 * without "*" and spaces.
 */

/** The header fields of RFC 5322 that clients print; `other` are printed but not used. */
export type HeaderKind = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'replyTo' | 'other';

const labels = (row: string): readonly string[] => row.trim().split(/\s+/);

/** One row per kind: Japanese clients first, then English, then the phones of non-native writers. */
export const HEADER_LABELS: Readonly<Record<HeaderKind, readonly string[]>> = {
  // Outlook/Apple/Thunderbird 差出人; Windows Mail 送信元; carriers 送信者, From; Shuriken 発信者; Samsung 보낸
  // 사람
  from: labels(`
    差出人 送信元 送信者 発信者 発信元 送信者名 差出人名 from sender de von da van från od kimden dari từ 发件人
    寄件者 寄件人 보낸사람 보낸이 от จาก lähettäjä feladó expeditorul expeditor odesílatel
    odosielateľ pošiljatelj fra avsändare gönderen відкого відправник отправитель
    nadawca afsender mittente remitente remetente afzender absender expéditeur pengirim
    ngườigửi من מאת από prašalau šalje dela від saatja pošiljateľ
  `),
  date: labels(`
    送信日時 日時 日付 送信日 受信日時 受信日 作成日時 date sent received envoyé le datum gesendet data
    inviato enviado enviadael fecha enviadoem verzonden skickat tanggal terkirim ngày
    đãgửi 发送时间 日期 發送時間 寄件日期 發送日期 보낸날짜 날짜 дата отправлено วันที่ dato dátum päivämäärä
    lähetetty küldésdátuma küldve elküldve dată odesláno odoslané sendt wysłano wysłane
    trimis datatrimiterii відправлено надіслано tarih gönderildi gönderimtarihi poslano
    waktu data/hora enviada enviadaem senden sendedatum дата/время päiväys kuupäev
    odoslaná odeslané
  `),
  to: labels(`
    宛先 宛て先 あて先 送信先 受信者 to à an para a aan till do kepada đến tới 收件人 收件者 받는사람 кому ถึง
    komu til vastaanottaja prima címzett destinatarul destinatar către kime alıcı
    adresaci destinatario destinatário destinataire empfänger ontvanger mottagare
    modtager odbiorca primatelj příjemce adresát إلى אל pour adresat pre za adressaat
    primatelji
  `),
  cc: labels(`
    cc ｃｃ bcc カーボンコピー 抄送 副本 참조 копия kopie copie kopi kopia kopio másolat másolatotkap
    copia cópia kopya kopija копія bilgi kópia kopya(cc) coppia copieà koopia cc/kopie
  `),
  subject: labels(`
    件名 題名 表題 標題 タイトル subject objet betreff oggetto asunto assunto onderwerp ämne temat
    perihal chủđề 主题 主旨 主題 제목 тема เรื่อง předmět predmet emne aihe tárgy subiect
    subiectul konu tema subjek ζητημα θέμα الموضوع נושא názov sujet naslov teema
  `),
  replyTo: labels(`
    reply-to 返信先 返信 replyto répondreà antwortan odpovědětna svartil responderà
    responderpara rispondia antwoordennaar válaszcím odpowiedzdo ответить
  `),
  other: labels(`
    添付ファイル 添付 重要度 優先度 attachments attachment importance priority message-id organization
    返信期限 分類 resent-from x-mailer
  `),
};
