/**
 * What each table and column of the program holds, in words for whoever opens them: a new column
 * does not compile without. They stand in a view, because SQLite keeps the text of a table as it
 * was first made, and comments would be missing from all that was added since. Data only.
 */
import type { Database } from '../schema.ts';

export interface TableWords<Column extends string> {
  about: string;
  columns: Record<Column, string>;
}

export const TABLE_WORDS: {
  [Table in keyof Database]: TableWords<keyof Database[Table] & string>;
} = {
  booking: {
    about: '予約。1件が1行です。',
    columns: {
      id: '通し番号',
      reference: '予約番号（件名に書くもの）',
      state:
        '状態（requested 申込、awaiting_reply 返信待ち、confirmed 確定、attended 実施済、no_show 無断キャンセル、cancelled キャンセル、void 無効）',
      void_reason: '無効の理由',
      channel: '申込みの方法（mail メール、phone 電話、site 予約サイト、session 相談の場）',
      seeker_number: '求職番号',
      name: '氏名',
      phone: '連絡先の電話番号',
      topic: '相談内容（第8条。判断が要るときだけ見るもの）',
      interpreter: '通訳が同席するか（1なら、する）',
      attendant: '介助者などが同席するか（1なら、する）',
      registered_address: '求職者マイページのアドレス。個人の内容はここにだけ送る（第6条(3)）',
      unverified: '名簿で確かめていない（1なら、未照合）',
      requester_address: '申込みのメールの差出人',
      wish: '希望日時の読み取り（機械用）',
      slot_start_at: '相談の日時。規約のメールを用意したときから押さえる',
      lane: '担当（Zoomの部屋ごと）',
      offered: '案内した空き日時（機械用）',
      reply_by: '返信の期限',
      times_asked: '足りない事項をたずねた回数',
      applied_at: '申し込んだ日時。申込みで同意とみなす（第6条）',
      consented_at: '同意の返信が届いた日時（第6条(3)）',
      terms_sha256: '送った規約の版',
      zoom_meeting_id: 'この予約だけのZoomのミーティングID',
      zoom_passcode: 'そのパスコード',
      zoom_url: 'その参加用のリンク',
      purged_at: '保存の期間を過ぎた内容を消した日時（第8条）',
    },
  },
  seeker: {
    about: '求職者の名簿（第2条(1)）。',
    columns: {
      seeker_number: '求職番号',
      name: '氏名',
      address: '求職者マイページのアドレス',
      phone: '電話番号',
      refused_reason: '利用をお断りした理由（第6条(6)、第12条(1)）',
      registered_at: '名簿に入れた日時',
    },
  },
  inbox: {
    about: '届いたメールの台帳。',
    columns: {
      id: '通し番号',
      uid_validity: '受信箱の世代（IMAPのUIDVALIDITY）',
      uid: '受信箱での番号（IMAPのUID）',
      message_id: 'メールの識別子',
      sha256: 'メール全体の指紋',
      body_sha256: '本文の指紋',
      size_bytes: '大きさ（バイト）',
      internal_date: '届いた日時。期限はこれで判断する',
      received_at: 'ボットが受け取った日時',
      raw: 'メールの原本',
      state:
        '扱い（noted 運用前、received 処理待ち、handled 処理済、for_staff 担当者へ、duplicate 重複）',
      filed_at: '受信箱に印を付けた日時',
      origin: '人からか、機械からかの判定',
      evidence: 'その判定の根拠',
      outcome: '処理の結果（機械用）',
      booking_id: 'どの予約のことか',
      purged_at: '保存の期間を過ぎた内容を消した日時（第8条）',
    },
  },
  outbox: {
    about: '送るメールと、送ったメール。',
    columns: {
      id: '通し番号',
      booking_id: 'どの予約のことか',
      inbox_id: 'どのメールへの返事か',
      kind: '種類',
      occasion: '同じ種類を区別する印（機械用）',
      message_id: 'メールの識別子',
      date: '書いた日時',
      reply_to: '返信先のアドレス',
      to_name: '宛先の氏名',
      to_address: '宛先のアドレス',
      subject: '件名',
      text: '本文',
      in_reply_to: '返事をする相手のメールの識別子',
      references_json: '一連のメールの識別子（機械用）',
      auto_submitted: '自動送信の印（RFC 3834）',
      calendar_name: '添付した予定のファイル名',
      calendar_content: '添付した予定の中身',
      state: '状態（held 許可待ち、queued 送信待ち、sending 送信中、sent 送信済、failed 送れず）',
      attempts: '送ろうとした回数',
      next_attempt_at: '次に送る日時',
      reply_code: '送信サーバーの返答の番号',
      response: '送信サーバーの返答',
      sent_at: '送った日時',
      purged_at: '保存の期間を過ぎた内容を消した日時（第8条）',
    },
  },
  event: {
    about: '予約の経過。書き足すだけです。保存の期間を過ぎたら消します（第8条）。',
    columns: {
      id: '通し番号',
      booking_id: 'どの予約のことか',
      at: 'できごとの日時',
      recorded_at: '記録した日時',
      type: 'できごと（文は 81_経過 にあります）',
      from_state: '前の状態',
      to_state: '後の状態',
      article: '根拠になる規約の条',
      actor: 'だれの行いか',
      inbox_id: 'もとになったメール',
      detail: '理由など',
    },
  },
  attention: {
    about: '担当者の判断を待つこと。',
    columns: {
      id: '通し番号',
      reason: '理由（文は 10_要確認 にあります）',
      booking_id: 'どの予約のことか',
      inbox_id: 'どの受信メールのことか',
      outbox_id: 'どの送信メールのことか',
      alert_id: '担当者に知らせたメール。それに「済」と返信すると片づく',
      raised_at: '出た日時',
      settled_at: '片づいた日時',
    },
  },
  terms: {
    about: '送ったことのある規約の全文（第13条）。',
    columns: {
      sha256: '全文の指紋',
      label: '版（末尾の日付）',
      text: '全文',
      first_used_at: '初めて送った日時',
    },
  },
  poll: {
    about: '受信箱を見終えた記録（新しい1000回分）。',
    columns: {
      id: '通し番号',
      began_at: '見始めた日時',
      ended_at: '見終えた日時',
      mails: '新しいメールの数',
    },
  },
  mailbox: {
    about: '受信箱をどこまで読んだか。',
    columns: {
      folder: 'フォルダー',
      uid_validity: '受信箱の世代（IMAPのUIDVALIDITY）',
      start_uid: '運用を始めたときの最後の番号。ここまでには答えない',
      cursor_uid: '読み終えた番号',
      first_run_at: '運用を始めた日時',
    },
  },
  writing: {
    about: 'ボットが書き込む間だけ1行ある印。外からは、いつも空に見えます。',
    columns: { id: '印' },
  },
  purging: {
    about: '保存の期間を過ぎた記録を消す間だけ1行ある印。外からは、いつも空に見えます。',
    columns: { id: '印' },
  },
  statistic: {
    about: '消した予約の数（第8条）。個人が分かるものは入っていません。',
    columns: {
      month: '申込みの月',
      channel: '申込みの方法（mail メール、phone 電話、site 予約サイト、session 相談の場）',
      outcome: '結果（予約の状態と同じ。office_cancelled 所の都合の中止）',
      bookings: '予約の数',
    },
  },
  disclosure: {
    about: '法令による開示の記録（第7条(2)）。書き足すだけです。',
    columns: {
      id: '通し番号',
      at: '開示した日時',
      law: '根拠の法令',
      recipient: '開示した相手',
      ordered_by: '開示を決めた人',
      about: '開示した予約番号または求職番号',
      what: '開示したものの数',
      sha256: '開示したファイルの印（sha256）',
    },
  },
  lock_wait: {
    about: 'ほかの画面の編集が終わるのを待った記録。',
    columns: {
      id: '通し番号',
      ended_at: '書き込めるようになった日時',
      waited_ms: '待った時間（ミリ秒）',
    },
  },
  site_booking: {
    about: '予約サイトでの予約と、その予約の対応。',
    columns: {
      booking_id: 'どの予約のことか',
      site: '予約サイト',
      reference: '予約サイトでの番号',
    },
  },
  chore: {
    about: '日ごとの仕事（朝の一覧など）をどこまで済ませたか。',
    columns: { name: '仕事', done_for: 'どの日の分か', done_at: '済ませた日時' },
  },
  meeting: {
    about: '予約ごとに作ったZoomのミーティング。',
    columns: {
      id: '通し番号',
      booking_id: 'どの予約のことか',
      lane: '担当',
      zoom_user: 'Zoomの利用者',
      start_at: '始まる日時',
      state: '状態（making 作成中、there あり、removing 削除中、gone なし）',
      zoom_id: 'ミーティングID',
      passcode: 'パスコード',
      url: '参加用のリンク',
      tries: 'Zoomに頼んだ回数',
      next_try_at: '次に頼む日時',
      answer: 'Zoomの返答',
      wanted_at: '作ることにした日時',
      alerted_at: '担当者に知らせた日時',
    },
  },
  waiting_mail: {
    about: 'ミーティングができるのを待っているメール。',
    columns: {
      id: '通し番号',
      booking_id: 'どの予約のことか',
      kind: '種類',
      occasion: '同じ種類を区別する印（機械用）',
      cause: '書くきっかけ（機械用）',
      waits_since: '待ち始めた日時',
    },
  },
};
