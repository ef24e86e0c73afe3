/**
 * Data: causes of a failed delivery, by enhanced status code (RFC 3463, RFC 7504, the IANA
 * registry) and by the words of mail systems. `permanence` says whether a later try could
 * succeed, not whether the mail system has given up: that is the report's action.
 */

export type FailureCause =
  | 'user_unknown'
  | 'host_unknown'
  | 'mailbox_full'
  | 'mailbox_closed'
  | 'expired'
  | 'network'
  | 'busy'
  | 'rejected'
  | 'too_large'
  | 'moved'
  | 'unknown';

export interface CauseRow {
  cause: FailureCause;
  permanence: 'permanent' | 'transient';
  pattern: RegExp;
}

/**
 * Subject and detail of an enhanced status code, "x.2.2" as "2.2"; the first digit decides where no
 * row is.
 */
export const STATUS_CAUSES: Readonly<
  Record<string, { cause: FailureCause; permanence?: 'permanent' | 'transient' }>
> = {
  '1.0': { cause: 'unknown' },
  '1.1': { cause: 'user_unknown' },
  '1.2': { cause: 'host_unknown' },
  '1.3': { cause: 'user_unknown' },
  '1.6': { cause: 'moved' },
  '1.10': { cause: 'user_unknown' }, // RFC 7505 null MX; Exchange: recipient not found
  '2.1': { cause: 'mailbox_closed' },
  '2.2': { cause: 'mailbox_full', permanence: 'transient' }, // RFC 3463 3.3: "a persistent transient failure"
  '2.3': { cause: 'too_large' },
  '3.1': { cause: 'busy', permanence: 'transient' },
  '3.2': { cause: 'busy', permanence: 'transient' },
  '3.4': { cause: 'too_large' },
  '4.1': { cause: 'network' },
  '4.2': { cause: 'network', permanence: 'transient' },
  '4.4': { cause: 'host_unknown' },
  '4.5': { cause: 'busy', permanence: 'transient' },
  '4.6': { cause: 'network' },
  '4.7': { cause: 'expired', permanence: 'transient' },
  '7.1': { cause: 'rejected' },
};

/** Words of mail systems; the first row that fits decides. English in lower case. */
export const WORD_CAUSES: readonly CauseRow[] = [
  {
    cause: 'mailbox_full',
    permanence: 'transient',
    pattern:
      /mailbox (?:is )?(?:full|exceed|too large|quota)|mailbox (?:size )?limit|over (?:the )?(?:storage |disk )?quota|quota (?:is )?(?:exceeded|full)|exceed(?:s|ed|ing)? (?:\S+ ){0,4}(?:quota|mailbox|storage|local limit|size limit of the mailbox)|(?:storage|disk) (?:quota|space|full)|insufficient (?:system )?storage|out of (?:storage|space)|メールボックスが(?:一杯|いっぱい|満杯)|容量(?:を|が|の)?(?:超|オーバー|不足|上限|制限)/iu,
  },
  {
    cause: 'busy',
    permanence: 'transient',
    pattern:
      /too many (?:connections|concurrent|messages|recipients|errors)|rate limit|temporarily (?:deferred|unavailable|rejected|rate limited|limited|blocked)|try (?:again|later)|grey-?list|throttl|resources temporarily|service (?:temporarily )?(?:not available|unavailable), ?(?:try|closing)|混雑|しばらく(?:して|経って|たって)/iu,
  },
  {
    cause: 'expired',
    permanence: 'transient',
    pattern:
      /(?:message|delivery time|queue|retry time|retry timeout) (?:has )?(?:expired|exceeded)|(?:in (?:the )?queue|queued) too long|retry timeout exceeded|delivery (?:attempts? )?(?:timed out|expired)|queue\.expired|還って|一定(?:の)?時間/iu,
  },
  {
    cause: 'network',
    permanence: 'transient',
    pattern:
      /connection (?:timed out|refused|reset|dropped|lost)|connect(?:ed|ion)? (?:to|failed)[^.\n]{0,80}(?:timed out|refused)|no route to host|network is unreachable|did not accept our requests to connect|failed to connect|temporary (?:lookup|dns|name)|socket error|(?:dns|name server)[^.\n]{0,30}(?:temporar|timed? ?out|try again)/iu,
  },
  {
    cause: 'host_unknown',
    permanence: 'permanent',
    pattern:
      /(?:host|domain)(?: name)?[^.\n]{0,40}(?:not found|unknown|does(?: not|n'?t) exist|lookup did not succeed|lookup failed)|unknown (?:host|domain)|no such (?:domain|host)|bad destination (?:host|mailbox) (?:system )?address|unrouteable (?:mail )?domain|(?:couldn't|could not|cannot) find (?:any|a) (?:host|exchanger|mx|mail)|mx (?:record )?(?:not found|points? to)|name service error|nxdomain|ドメイン(?:名)?が(?:存在|見つか)/iu,
  },
  {
    cause: 'moved',
    permanence: 'permanent',
    pattern:
      /no longer on server|(?:user|recipient|mailbox|address)[^.\n]{0,20}has (?:moved|changed)|user has moved/iu,
  },
  {
    cause: 'mailbox_closed',
    permanence: 'permanent',
    pattern:
      /(?:account|mailbox|user|recipient)[^.\n]{0,30}(?:disabled|inactive|suspended|frozen|deactivated|locked|expired|closed|discontinued|limited)|(?:利用|アカウント)[^。\n]{0,12}(?:停止|無効)/iu,
  },
  {
    cause: 'rejected',
    permanence: 'permanent',
    pattern:
      /refused due to recipient preferences|email preferences of the person|rejected by the domain filter|rejected by a remote mail server|does not like (?:recipient|our)|sender (?:address )?(?:rejected|verify|denied|is)|(?:access|permission|relay(?:ing)?) denied|relay not permitted|administrative prohibition|banned|blacklist|blocklist|black list|blocked|spam|virus|(?:spf|dkim|dmarc)\b|unauthenticated|policy|content rejected|message (?:rejected|refused)|not authorized|受信(?:を)?拒否|拒否(?:され|設定)/iu,
  },
  {
    cause: 'user_unknown',
    permanence: 'permanent',
    pattern:
      /unrouteable address|(?:user|recipient|mailbox|address|account|addressee)[^\n]{0,80}?(?:unknown|not (?:found|known|recognized|exist|listed|available|valid)|does(?: not|n't) exist|invalid|no longer|undeliverable|rejected)|(?:unknown|no such|invalid|bad|non-?existent|unrecognized) (?:local[- ]part|user|recipient|mailbox|address|account|addressee|person)|no mailbox (?:here )?by that name|(?:doesn't|does not) have an? [^\n]{1,80}account|not our customer|recipient name is not recognized|mailbox unavailable|(?:宛先|あて先|ユーザー?|アドレス|メールボックス)[^。\n]{0,24}(?:存在しま|存在しない|見つか(?:りま|らな)|不明|ありません|登録されて)/iu,
  },
  {
    cause: 'too_large',
    permanence: 'permanent',
    pattern:
      /(?:message|mail)[^.\n]{0,30}(?:too (?:large|big|long)|exceeds?[^.\n]{0,30}(?:size|limit))|サイズ[^。\n]{0,16}(?:超|大き)/iu,
  },
];
