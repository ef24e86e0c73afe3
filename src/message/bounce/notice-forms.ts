/**
 * Data: how mail systems that send plain text open a delivery notice, and how they end it
 * before the returned mail. RFC 3464 reports need none of these. What else a row
 * needs depends on whether a person could have written its words.
 */

export interface NoticeForm {
  /** The mail system. */
  name: string;
  opening: RegExp;
  /**
   * What must stand beside the words: nothing where no person would write them, the subject
   * of a notice, or a trace of a machine in the headers where people write them in complaint.
   */
  needs: 'nothing' | 'subject' | 'trace';
}

export const NOTICE_FORMS: readonly NoticeForm[] = [
  {
    name: 'qmail',
    needs: 'nothing',
    opening:
      /this is the \S{0,40}?(?:qmail|mail)-?send program at|^hi\. this is the .{1,60} program at|i'm afraid i wasn't able to deliver your message/imu,
  },
  {
    name: 'exim',
    needs: 'nothing',
    opening:
      /this message was created automatically by (?:the )?(?:mail delivery software|facebook|the mail system|mail delivery)/iu,
  },
  {
    name: 'postfix',
    needs: 'nothing',
    opening: /this is the (?:mail system|\S{1,40} mail system|postfix program) at host/iu,
  },
  {
    name: 'postfix',
    needs: 'nothing',
    opening: /sorry to have to inform you that (?:your message|the message returned)/iu,
  },
  {
    name: 'sendmail',
    needs: 'nothing',
    opening:
      /-{3,}\s*(?:the following addresses had (?:permanent fatal errors|transient non-fatal errors|delivery (?:problems|errors))|transcript of session follows|non-delivered information)/iu,
  },
  {
    name: 'sendmail',
    needs: 'nothing',
    opening: /this is a warning message only|you do not need to resend your message/iu,
  },
  {
    name: 'exchange',
    needs: 'nothing',
    opening:
      /did not reach the following recipient\(s\)|delivery has failed to these recipients or groups|your message (?:wasn't|couldn't be) delivered (?:to|because)|次の受信者またはグループへの配信に失敗|(?:配信できませんでした|メッセージを配信できません)[^。]{0,40}(?:受信者|宛先|グループ)|this is an automatically generated delivery status notification/iu,
  },
  {
    name: 'gmail',
    needs: 'nothing',
    opening:
      /delivery to the following recipients? (?:failed permanently|has been delayed|failed)|(?:address not found|message not delivered|message blocked)\s+your message (?:wasn't|to)|アドレス不明|メールは .{3,120} に配信されませんでした|連絡しようとしたグループ/iu,
  },
  {
    name: 'yahoo',
    needs: 'nothing',
    opening: /sorry, we were unable to deliver your message to the following address/iu,
  },
  {
    name: 'courier',
    needs: 'nothing',
    opening:
      /this is a delivery status notification from|your message to the following recipients cannot be delivered/iu,
  },
  {
    name: 'dma',
    needs: 'nothing',
    opening: /this is the dragonfly mail agent|there was an error delivering your mail to/iu,
  },
  {
    name: 'opensmtpd',
    needs: 'nothing',
    opening: /this is the mailer-daemon, please do not reply/iu,
  },
  {
    name: 'oracle',
    needs: 'nothing',
    opening:
      /your message cannot be delivered to the following recipients|this report relates to a message you sent with the following header fields/iu,
  },
  {
    name: 'amavis',
    needs: 'nothing',
    opening: /the message was not relayed to|this nondelivery report was generated/iu,
  },
  {
    name: 'powermta',
    needs: 'nothing',
    opening:
      /this is an automatically generated (?:e-?mail|message)[^.]{0,60}(?:deliver|bounce)|could not be delivered to the following addresses/iu,
  },
  {
    name: 'imail',
    needs: 'nothing',
    opening:
      /^(?:unknown user|undeliverable to|user mailbox exceeds allowed size|delivery failed \d{1,3} attempts|invalid final delivery userid|unknown host):? ?\S{0,80}/imu,
  },
  {
    name: 'domino',
    needs: 'nothing',
    opening:
      /your (?:message|document):?[\s\S]{1,400}?was not delivered to:|failed to deliver to '|-{3,} failure reasons -{3,}|ドキュメントは次の宛先に配信されませんでした/iu,
  },
  {
    name: 'ezweb',
    needs: 'nothing',
    opening:
      /each of the following recipients was rejected by a remote mail server|the user\(s\) account is (?:disabled|temporarily limited)|the following recipients did not receive (?:this|your) message/iu,
  },
  {
    name: 'kddi',
    needs: 'nothing',
    opening: /your mail (?:sent on:|attempted to be delivered on)|as their mailbox is full/iu,
  },
  {
    name: 'biglobe',
    needs: 'nothing',
    opening:
      /the number of messages in recipient's mailbox exceeded|the following addresses had delivery problems/iu,
  },
  {
    name: 'docomo',
    needs: 'nothing',
    opening:
      /the following message could not be delivered|could not be delivered to the following recipient|下記(?:の)?(?:宛先|あて先|アドレス)[^。]{0,40}(?:送信|配信|お届け)でき(?:ません|なかった)/iu,
  },
  {
    name: 'softbank',
    needs: 'nothing',
    opening:
      /(?:メール|ssメール|mms)(?:が|を)?[^。]{0,30}(?:送信|配信)でき(?:ません|なかった)[^。]{0,30}(?:宛先|あて先|アドレス)/iu,
  },
  {
    name: 'generic',
    needs: 'subject',
    opening:
      /(?:your|the|this) (?:e-?mail |mail )?(?:message )?(?:[^.\n]{0,60} )?(?:could not|cannot|can not|was not able to|couldn't) be (?:delivered|sent)|unable to deliver (?:the |your )?(?:message|mail)|we had trouble delivering your message|message could not be delivered|undeliverable (?:mail|message)/iu,
  },
  {
    name: 'ja-gateway',
    needs: 'nothing',
    opening:
      /このメールは送信できませんでした|以下の(?:メール)?(?:アドレス|宛先|あて先)(?:へ|に|宛)の(?:送信|配信|配送|お届け)に失敗|メール(?:サーバー?|配信システム)[^。]{0,60}(?:送信|配信|配送|お届け)でき(?:ません|なかった)/u,
  },
  {
    name: 'ja-isp',
    needs: 'trace',
    opening:
      /送信先のメールボックスが(?:一杯|いっぱい)|このメールと共に返されているメール|(?:メール|メッセージ)(?:を|は|が)[^。]{0,60}(?:配信|配送|配達|お届け|送信)(?:する(?:こと|事)が)?でき(?:ません|なかった)|(?:宛先|あて先|受信者|送信先|アドレス)[^。]{0,40}(?:存在しません|見つかりません|不明|拒否され)/u,
  },
  {
    name: 'delay',
    needs: 'trace',
    opening:
      /(?:has|have) been delayed|still undelivered|will (?:be retried|keep trying|continue to (?:try|retry))|delivery (?:is )?delayed|配信が遅(?:れ|延)|再(?:送|配信)を(?:試み|続け|行)/iu,
  },
  {
    name: 'delivered',
    needs: 'trace',
    opening:
      /(?:was|been) successfully delivered|delivery to the following recipients? (?:was )?succe|relayed to[^.\n]{0,60} (?:mail )?system|配信(?:されました|が完了|に成功)/iu,
  },
];

/** Lines that part the notice from the mail that it returns. */
export const RETURNED_BEGINS =
  /^\s*(?:[-=_*#]{2,}\s*)?(?:below (?:this line )?is (?:a|the) copy|this is a copy of|the header of the original|(?:the )?original (?:message|mail)(?:\s+(?:info|headers?|text|follows?|is)\b|\s*[-=:.]|\s*$)|(?:un(?:sent|delivered)|returned) message\b|message (?:headers?|text|body) follow|here is (?:a|the) copy|copy of (?:the|your) (?:original )?message|元のメッセージ|元のメール|送信メール(?:の)?(?:内容|ヘッダ))/iu;

/** Data: how subjects of delivery notices begin; a person's answer or forward begins otherwise. */
const SUBJECT_BEGINNINGS: readonly string[] = [
  'undeliver(?:able|ed)(?: mail| message)?\\b|returned (?:mail|message)\\b|un-?deliverable\\b|nondeliverable|non[- ]?deliver', // sendmail, Exchange, Notes
  'mail (?:delivery (?:failed|failure|error|problem|status|system)|system error|failure|could not be delivered)', // Exim, ezweb
  'delivery (?:status notification|notification|failure|failed|error|report|status|delayed|has failed|problem)', // Gmail, Domino, Oracle
  'failure notice|failed (?:mail|delivery)|permanent delivery failure|delayed mail|notice: mail delivery', // qmail, Courier
  'message (?:undeliverable|could not be delivered|delayed|status|delivery (?:has )?failed)|your message could not be (?:sent|delivered)',
  'warning: (?:could not send|message (?:delayed|still))|warning: message .{0,60}delayed', // sendmail, Exim
  'sorry, your message could not|there was an error sending your mail|\\[bounce\\]|bounced (?:mail|message)', // Facebook, James
  '(?:お?送り(?:いただいた|した))?(?:メール|メッセージ|mail)(?:を|が|は|の)?(?:配信|配送|配達|送信|お届け)(?:に失敗|でき(?:ません|なかった)|不能|エラー|遅延|遅れ|されません)',
  '(?:メール)?(?:配信|配達|配送|送信)(?:不能|エラー|できません|に?失敗|の?遅延|が遅)|メールエラー|エラーメール|未配信|未達|宛先不明', // Exchange ja, KDDI
  'unzustellbar|non remis|no se puede entregar|недоставленное|退信|退回|consegna fallita|mensaje no entregado',
];

/** Fits a subject (NFKC) that begins as delivery notices do. */
export const NOTICE_SUBJECT = new RegExp(
  `^(?:\\*{3,}\\s*)?(?:${SUBJECT_BEGINNINGS.join('|')})`,
  'iu',
);
