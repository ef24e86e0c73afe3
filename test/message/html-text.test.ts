import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/message/html-text.ts';

const text = (html: string) => htmlToText(html, 100_000);

describe('HTML becomes the lines that a person sees', () => {
  test.each([
    ['line breaks', 'はい<br>参加します<br/><br>小林', 'はい\n参加します\n\n小林'],
    [
      'divs, as Gmail writes lines',
      '<div>一<div>二</div><div><br></div><div>三</div></div>',
      '一\n二\n\n三',
    ],
    ['paragraphs', '<p>一</p>\n<p>二</p>', '一\n\n二'],
    [
      'paragraphs of Outlook',
      '<p class=MsoNormal>一<o:p></o:p></p><p class="MsoNormal">&nbsp;</p><p class=MsoNormal>二</p>',
      '一\n\n二',
    ],
    ['runs of blanks', '<p>  a \n\t b  <b> c</b>d</p>', 'a b cd'],
    [
      'source lines between Japanese characters',
      '<p>お願い\n  します abc\ndef</p>',
      'お願いします abc def',
    ],
    ['full-width blanks stay', '氏名　小林　太郎', '氏名　小林　太郎'],
    ['no-break spaces are blanks', 'a&nbsp;&nbsp;b', 'a  b'],
    [
      'a table row is a line',
      '<table><tr><th>氏名</th><td>小林</td></tr><tr><td><p>電話</p></td><td><div>090</div></td></tr></table>後',
      '氏名\t小林\n電話\t090\n後',
    ],
    ['preformatted text', '<pre>a  b\n c</pre>', 'a  b\n c'],
    ['lists', '<ol><li>はい</li><li>いいえ</ol><ul><li>a</ul>', '1. はい\n2. いいえ\n\n・a'],
    ['a numbered list that starts later', '<ol start="3"><li>a<li>b</ol>', '3. a\n4. b'],
    ['a rule', 'a<hr>b', `a\n${'_'.repeat(32)}\nb`],
    [
      'character references',
      '&lt;a@b&gt; &amp; &#x9ad9;&#64017; &yen;&hellip; &unknown; &#150;',
      '<a@b> & 髙﨑 ¥… &unknown; –',
    ],
    ['emoji as two references', '&#55357;&#56397; &#55357;', '👍 \uFFFD'],
    ['names of object properties', '&constructor;', '&constructor;'],
    ['emoji as pictures', '<img alt="👍" src="cid:x"><img alt="logo of the company">', '👍'],
    [
      'scripts, styles and comments vanish',
      '<style>p{}</style><title>t</title><script>"<p>"</script><!-- <p>x</p> -->a<!--[if mso]>b<![endif]-->',
      'a',
    ],
    [
      'hidden elements vanish',
      'a<div style="display: none">b<div>c</div></div><span style="DISPLAY:none">d</span>e',
      'a\ne',
    ],
    ['a "<" that begins no tag', '3 < 4 <3 a<', '3 < 4 <3 a<'],
    ['attributes with ">"', '<a title="a>b" href=\'>\'>c</a>', 'c'],
    ['no text at all', '<html><body><div><br></div></body></html>', ''],
  ])('%s', (_name, html, expected) => {
    expect(text(html)).toBe(expected);
  });
});

describe('what is quoted is marked', () => {
  test.each([
    [
      'Gmail',
      'はい<div class="gmail_quote"><div class="gmail_attr">月曜 A:</div><blockquote class="gmail_quote" style="margin:0"><div>規約</div><br>無効</blockquote></div>',
      'はい\n月曜 A:\n\n> 規約\n>\n> 無効',
    ],
    [
      'Apple Mail and Thunderbird',
      '<div>はい</div><blockquote type="cite"><p>規約</p><blockquote type="cite">古い</blockquote></blockquote>後',
      'はい\n\n> 規約\n>\n>> 古い\n\n後',
    ],
    [
      'Yahoo!',
      'はい<div class="yahoo_quoted"><div>月曜 A:</div><div>規約</div></div>',
      'はい\n> 月曜 A:\n> 規約',
    ],
    [
      'Outlook with a bar',
      "<p class=MsoNormal>はい</p><div style='border:none;border-left:solid blue 1.5pt;padding:0'><p class=MsoNormal>規約</p></div>",
      'はい\n> 規約',
    ],
    [
      'a quotation of Gmail that went through Outlook',
      "a<blockquote style='border:none;border-left:solid #CCCCCC 1.0pt;padding:0'>b</blockquote>",
      'a\n\n> b',
    ],
    [
      'a quotation within a table',
      '<table><tr><td>a<blockquote>b</td></tr></table>c',
      'a\n\n> b\nc',
    ],
    [
      'a bold end tag does not end a quotation',
      '<b>a<blockquote>b</b><br>c</blockquote>d',
      'a\n\n> b\n> c\n\nd',
    ],
    [
      'an end tag without a start does not either',
      '<blockquote>a</div></table><br>b</blockquote>',
      '> a\n> b',
    ],
    ['a quotation that never ends', 'a<blockquote>b<p>c', 'a\n\n> b\n>\n> c'],
  ])('%s', (_name, html, expected) => {
    expect(text(html)).toBe(expected);
  });

  test.each([
    [
      'the indent button of Gmail',
      '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">字下げ</blockquote>',
      '字下げ',
    ],
    [
      'a mail forwarded by Yahoo!',
      '<div class="yahoo_quoted"><div>----- 転送されたメッセージ -----</div>氏名</div>',
      '----- 転送されたメッセージ -----\n氏名',
    ],
  ])('%s is no quotation', (_name, html, expected) => {
    expect(text(html)).toBe(expected);
  });
});

test.each([
  ['open brackets', '<'],
  ['tags that never end', '<a '],
  ['quotes that never end', '<a b="'],
  ['quotations', '<blockquote>'],
  ['tables', '<table><td>'],
  ['lists within containers', '<ol><div><li>'],
  ['references', '&amp;&'],
  ['words', 'a b '],
  ['lines', '<br>'],
])('hostile HTML of many %s stays within its bound', (_name, piece) => {
  expect(htmlToText(piece.repeat(200_000), 5000).length).toBeLessThanOrEqual(5000);
});
