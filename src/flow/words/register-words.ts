/**
 * The counselor's words about the register of seekers: who is registered under which address, and
 * who is refused (Articles 2(1), 6(6), 12(1)). Only ever a person's act.
 */
import { decide } from '../../domain/decide.ts';
import { addressKey } from '../../message/address.ts';
import { bookingById, markUnverified } from '../../store/bookings.ts';
import { putSeeker, seekerByNumber } from '../../store/seekers.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import { isStaff } from '../arrival/is-staff.ts';
import type { Office } from '../office.ts';
import { resumeRequest } from '../request/handle-request.ts';
import { wentOn } from '../request/went-on.ts';
import { furtherWord } from './further-word.ts';
import { answered, notDone, type SpokenWord, type WordResult } from './spoken-word.ts';

/** 登録確認 and メール: put the seeker into the register, and the request goes on (Article 2(1)). */
export async function register(
  tx: Writer,
  office: Office,
  spoken: SpokenWord,
): Promise<WordResult> {
  const { booking, word, words, cause, at } = spoken;
  if (word.kind === 'address' && words.some(({ kind }) => kind === 'register')) {
    return { done: true, said: null, booking };
  }
  const { seekerNumber, name, phone } = booking.items;
  if (seekerNumber === null || name === null) {
    return notDone(booking, '求職番号か氏名が分からないので、登録できません。');
  }
  const known = await seekerByNumber(tx, seekerNumber);
  const stated = words.find(({ kind }) => kind === 'address');
  const address = (stated?.kind === 'address' ? stated.address : known?.address) ?? null;
  if (address === null) {
    const said = `送り先のアドレスが名簿にありません。\n${furtherWord('register_at', spoken)}`;
    return notDone(booking, said);
  }
  if (isStaff(office, addressKey(address))) return notDone(booking, STAFF_ADDRESS);
  const refusedReason = known?.refusedReason ?? null;
  const told = { phone: phone ?? known?.phone ?? null, refusedReason };
  await putSeeker(tx, { seekerNumber, name, address, ...told }, cause.now);
  if (booking.state !== 'requested' || booking.slot !== null || booking.channel === 'site') {
    if (booking.unverified) await markUnverified(tx, booking.id, false);
    const said = '名簿に記録しました。この予約の送り先は変わりません。次の申込みから使います。';
    return answered({ ...booking, unverified: false }, said);
  }
  const resumed = { booking, reading: null, cause, at, statedAddress: address };
  const { outcome } = await resumeRequest(tx, office, resumed);
  const now = (await bookingById(tx, booking.id)) ?? booking;
  const said = `名簿に記録しました。\n${wentOn(outcome, now, office) ?? STILL_WAITS}`;
  return { done: refusedReason === null, said, booking: now };
}

/** A counselor's signature holds an address, too; what goes to the seeker must not go there. */
const STAFF_ADDRESS =
  '窓口のアドレスなので、名簿に載せていません。\nご本人のマイページのアドレスを書いてください。';

/** What is said of a request that was taken up again and still waits. */
export const STILL_WAITS =
  '申込みは、まだ担当者の判断を待っています。\n理由は、別のメールでお知らせします。';

/**
 * お断り and お断り解除: only ever a counselor's act with a reason, never automatic (6(6), 12(1)). The
 * register holds what is so now, the booking's story who said it, when and why.
 */
export async function setRefusal(
  tx: Writer,
  office: Office,
  { booking, word, cause, at }: SpokenWord,
): Promise<WordResult> {
  const refuses = word.kind === 'refuse';
  const reason = 'reason' in word ? word.reason : null;
  const { seekerNumber, name, phone } = booking.items;
  if (reason === null) return notDone(booking, refuses ? WHY_REFUSED : WHY_LIFTED);
  if (seekerNumber === null) return notDone(booking, '求職番号が分からないので、記録できません。');
  const known = await seekerByNumber(tx, seekerNumber);
  if (!refuses && !known?.refusedReason) {
    return notDone(booking, 'この方の利用お断りは、記録されていません。');
  }
  const { registeredAddress: address } = booking;
  const seeker = known ?? { seekerNumber, name: name ?? '', address, phone };
  await putSeeker(tx, { ...seeker, refusedReason: refuses ? reason : null }, cause.now);
  const move = decide(booking, { type: refuses ? 'refused' : 'refusal_lifted', at });
  if (move.kind === 'refused') throw new Error(`${move.event} cannot meet a booking`);
  const caused = { ...cause, detail: reason };
  const said = refuses
    ? 'この方の利用お断りを記録しました。\n新しい申込みには、日時をご案内しません。\n今ある予約は、そのままです。\n取りやめる予約があれば、その予約に「取消」と理由を書いてください。'
    : 'この方の利用お断りを解除しました。';
  return answered(await applyMove(tx, office, { booking, move, cause: caused }), said);
}

const WHY_REFUSED = '「お断り」の後に理由を書いてください。お断りは記録していません。';
const WHY_LIFTED = '「お断り解除」の後に理由を書いてください。お断りは解除していません。';
