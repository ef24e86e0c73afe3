import { describe, expect, it } from 'vitest';
import { type ReplyContext, readReply } from '../../../src/reading/reply.ts';
import { REPLIES } from './replies.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const booked = Temporal.ZonedDateTime.from('2026-12-03T10:00:00+09:00[Asia/Tokyo]');
const BOOKED: ReplyContext = { booked, offered: [] };
const OFFERED: ReplyContext = {
  booked: null,
  offered: [booked, booked.with({ day: 4, hour: 14 }), booked.with({ day: 7, hour: 11 })],
};

const rows = REPLIES.flatMap(({ right, replies }) => {
  const [intents = '', flag] = right.split('+');
  const lines = replies.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => ({
      text: line.replaceAll('⏎', '\n'),
      intents: intents.split('/'),
      flags: flag ? [flag] : [],
    }));
});

describe('the intent of a reply to the terms mail', () => {
  it.each(rows)('reads $text as $intents', ({ text, intents, flags }) => {
    const reading = readReply(text, reference, BOOKED);
    expect(intents).toContain(reading.intent);
    expect(reading.flags).toEqual(flags);
  });

  it('takes an empty reply for a confirmation (Article 6(3))', () => {
    for (const text of ['', ' ', '\n\n', '\u3000\r\n', '。']) {
      expect(readReply(text, reference).intent).toBe('confirm');
    }
  });

  it('takes a reply that is only a phone signature for an empty one', () => {
    expect(readReply('iPhoneから送信', reference).intent).toBe('confirm');
  });

  it('does not pass over a refusal that has the form of a signature line', () => {
    expect(readReply('電話 キャンセル希望 0984-23-0000', reference).intent).not.toBe('confirm');
  });

  it('leaves signs without words to a counselor', () => {
    for (const text of ['？', '……', '・・・', '---']) {
      expect(readReply(text, reference).intent).toBe('unclear');
    }
  });
});

describe('dates in a reply', () => {
  it.each([
    ['12月3日10時でお願いします'],
    ['12月3日（木）10時、承知しました。'],
    ['3日よろしくお願いします。'],
    ['木曜日の10時ですね、わかりました'],
    ['１２月３日なら参加できます'],
    ['令和8年12月3日10時に参加いたします'],
    ['12月1日に一度電話します。12月3日は参加します。'],
    ['11月24日のメール拝見しました。参加します。'],
    ['12月2日までに返信とのことですので返信します。参加します。'],
    ['参加します。10分前に入室します。'],
    ['明日中に準備します。よろしくお願いします。'],
  ])('repeats the booking or names another matter, and so confirms: %s', (text) => {
    expect(readReply(text, reference, BOOKED).intent).toBe('confirm');
  });

  it.each([
    ['12月4日の10時でお願いします'],
    ['3日ではなく4日でお願いします'],
    ['10時ではなく11時でお願いします'],
    ['12月4日14時なら参加できます'],
    ['了解しました。12月4日の10時に参加します。'],
    ['3日は都合が悪いので、4日の10時はどうでしょうか'],
    ['12月10日の14時はいかがでしょうか'],
    ['はい、でも12月4日のほうがいいです'],
  ])('names another time, and so asks for a change: %s', (text) => {
    expect(readReply(text, reference, BOOKED).intent).toBe('change');
  });

  it.each([['3日は免許の更新です。承知しました。'], ['12月3日10時は歯医者です']])(
    'says of the booked day what is not understood, and so goes to a counselor: %s',
    (text) => {
      expect(readReply(text, reference, BOOKED).intent).not.toMatch(/confirm/);
    },
  );

  it('leaves a date to a counselor where nothing is known to compare it with', () => {
    expect(readReply('12月3日10時でお願いします', reference).intent).toBe('unclear');
  });
});

describe('the choice among offered slots', () => {
  it.each([
    ['2番でお願いします', 2],
    ['２', 2],
    ['②', 2],
    ['(2)でお願いします。山田太郎', 2],
    ['二番目でお願いします', 2],
    ['真ん中の日でお願いします', 2],
    ['最初の日程でお願いします', 1],
    ['一番下でお願いします', 3],
    ['候補2で', 2],
    ['2番なら参加できます', 2],
    ['1番は都合が悪いので2番でお願いします', 2],
    ['1番ではなく2番で', 2],
    ['12月4日の14時でお願いします', 2],
    ['月曜日の11時を希望します', 3],
    ['第一希望は2番です', 2],
    ['3日は無理なので3番の7日でお願いします', 3],
  ])('%s is number %i', (text, choice) => {
    expect(readReply(text, reference, OFFERED)).toMatchObject({ intent: 'confirm', choice });
  });

  it('keeps the choice beside a question', () => {
    const reading = readReply('2番でお願いします。スマホでも大丈夫ですか？', reference, OFFERED);
    expect(reading).toMatchObject({ intent: 'confirm_with_question', choice: 2 });
  });

  it.each([
    ['1か2でお願いします'],
    ['はい、お願いします'],
    ['いつでも大丈夫です'],
    ['2番の12月7日でお願いします'],
    [''],
    ['4番でお願いします'],
  ])('is not made by "%s"', (text) => {
    expect(readReply(text, reference, OFFERED)).toMatchObject({ intent: 'unclear', choice: null });
  });

  it('is the only slot where one was offered', () => {
    const context = { booked: null, offered: [booked] };
    expect(readReply('はい', reference, context)).toMatchObject({ intent: 'confirm', choice: 1 });
  });

  it('is none where every slot is refused', () => {
    expect(readReply('どれも都合が悪いです', reference, OFFERED).intent).toBe('decline');
  });
});

describe('the evidence of a reading', () => {
  it('points to the words in the raw text, whatever their width', () => {
    const text = '佐藤です。\nﾘｮｳｶｲｼﾏｼﾀ。よろしくお願いします';
    const { span, because } = readReply(text, reference, BOOKED);
    expect(text.slice(span?.start, span?.end)).toBe('ﾘｮｳｶｲｼﾏｼﾀ');
    expect(because).toBe('ﾘｮｳｶｲｼﾏｼﾀ');
  });

  it('quotes the refusal, not the thanks before it', () => {
    const { because } = readReply('ありがとうございます。参加できません。', reference, BOOKED);
    expect(because).toBe('参加できません');
  });

  it('leaves a text of the length of a book to a counselor', () => {
    expect(readReply('参加します。'.repeat(200_000), reference).intent).toBe('unclear');
  });

  it('does not depend on the time zone of the process', () => {
    const zone = process.env['TZ'];
    const read = (tz: string) => {
      process.env['TZ'] = tz;
      return readReply('明日の10時でお願いします', reference, BOOKED);
    };
    expect(read('America/New_York')).toEqual(read('Asia/Tokyo'));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
});
