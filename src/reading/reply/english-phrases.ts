/**
 * Phrases of replies in English, in romaji and in single words of other languages.
 * Data only; phrases are separated by "/", rows are read from the top; a phrase that
 * a row has taken is not seen by the rows below it.
 */
import type { Act } from './vocabulary.ts';

export interface PhraseRow {
  act: Act;
  /** Whole words in lower case without accents, separated by "/". */
  phrases: string;
}

export const PHRASES: readonly PhraseRow[] = [
  {
    act: 'accept',
    phrases: `i'm good with/i am good with/no problem/no worries/no objection/no objections/no change/no changes/no issue/no issues/not a problem/
      khong van de/khong sao/sem problema/sem problemas/nao tem problema/sin problema/tidak masalah/tidak apa apa/
      walang problema/de rien/pas de probleme`,
  },
  {
    act: 'courtesy',
    phrases: `ate dia/ate logo/ate la/ate breve/ate mais/hasta luego/hasta pronto/hen gap lai/no question/no questions/no further questions`,
  },
  {
    act: 'waver',
    phrases: `i'm good/i am good/i'm all set/wish i/was going to/were going to/was planning/had planned/had hoped/was hoping/hoped to/wanted to/intended to/meant to/came up/has come up/have come up/if only/let you know/will let/will contact/will call/call you/will reply/reply later/last time/the other day/last week/last month/maybe/perhaps/might/probably/not sure/not certain/not decided/if/unless/depends/let me check/
      will check/get back to you/think about/not yet/out of the office/out of office/on leave/on vacation/wakarimasen/tabun/kangaemasu/kamo shiremasen/talvez/peut etre/
      still waiting/chua chac/chua biet/mungkin/siguro/quizas/
      depende`,
  },
  {
    act: 'change',
    phrases: `reschedule/another day/another time/another date/different day/different time/different date/
      change/postpone/move it/move the/instead/later time/earlier time/rearrange/push back/henkou/betsu no hi/
      kaete/doi sang/doi lich/doi ngay/doi gio/ngay khac/gio khac/hom khac/mudar/outro dia/outra data/outro horario/
      remarcar/adiar/otro dia/otra fecha/cambiar/aplazar/ganti/hari lain/jam lain/ibang araw/ibang oras/palitan`,
  },
  {
    act: 'cancel',
    phrases: `cancel/cancell/decline/withdraw/cannot/can not/can't/cant/unable/no longer/won't/will not/not able/
      not attend/not attending/not join/not joining/not come/not coming/not interested/don't need/do not need/
      no thank/regret/not available/unavailable/not agree/don't agree/do not agree/not confirm/not accept/
      found a job/got a job/no need/dekimasen/ikemasen/shimasen/ikimasen/muri desu/kyanseru/khong the/
      khong tham gia/khong dong y/khong di duoc/khong den duoc/huy/nao posso/nao vou/nao poderei/cancelar/desisto/
      no puedo/no podre/tidak bisa/tidak dapat/batal/hindi ako/hindi po/hindi pwede/hindi makakapunta/
      je ne peux/annuler/nao consigo participar/nao vou conseguir/consegui um emprego/xin viec duoc/tim duoc viec/co viec lam/co viec roi/another appointment/other appointment/have an appointment/have a meeting/have a class/have school/i am busy/
      i'm busy/conflict/prior commitment/have plans/working that day/at work that day/in the hospital/in hospital/have a fever/
      i am sick/i'm sick/have to work/have work/no`,
  },
  {
    act: 'complaint',
    phrases: `wrong person/never applied/did not apply/didn't apply/unsubscribe/complain/unacceptable/spam/scam`,
  },
  {
    act: 'trouble',
    phrases: `did not receive/didn't receive/not received/not working/doesn't work/does not work/not open/error/
      don't understand/do not understand/can't read/don't have/do not have/
      khong mo duoc/khong vao duoc/khong nhan duoc/khong hieu/nao consigo/nao abre/nao recebi/nao entendi/
      no entiendo/tidak mengerti/hindi ko maintindihan`,
  },
  {
    act: 'waver',
    phrases: `but/however/although/unfortunately/except/provided/nhung/mas/pero/tapi`,
  },
  {
    act: 'attend',
    phrases: `attend/attending/join/joining/i will be there/i'll be there/be there/i will come/i'll come/coming/
      participate/see you/looking forward/look forward/confirm/confirmed/confirming/accept/accepted/count me in/concordo/aceito/estou de acordo/estarei presente/participarei/dang ky/
      i'm in/sanka/ikimasu/xac nhan/confirmo/confirmado/je confirme/
      tham gia/tham du/co mat/estarei/vou participar/participarei/vou sim/asistire/ahi estare/akan hadir/akan ikut/
      dadalo/sasali/pupunta`,
  },
  {
    act: 'accept',
    phrases: `yes/o k/yeah/yep/yup/ok/okay/oke/sure/agree/agreed/understood/understand/noted/got it/no problem/
      works for me/sounds good/all good/fine/good/great/perfect/of course/certainly/roger/alright/all right/
      right/copy/will do/hai/ryoukai/ryokai/wakarimashita/shouchi/daijoubu/daijobu/sim/si/da/oo/opo/vang/oui/ja/y/
      dong y/da vang/hieu roi/toi hieu/tudo bem/esta bem/de acordo/combinado/certo/entendi/entendido/claro/
      esta bien/de acuerdo/baik/setuju/ya/mengerti/sige/d'accord`,
  },
  {
    act: 'courtesy',
    phrases: `thank/thanks/thank you/thx/ty/appreciate/arigatou/arigato/yoroshiku/onegai/onegaishimasu/obrigado/
      obrigada/cam on/salamat/gracias/merci/terima kasih/salamat po/por favor/please/regards/sincerely/best wishes/best`,
  },
  {
    act: 'greeting',
    phrases: `hello/hi/dear/my name/i am/i'm/good morning/good afternoon/good evening/sorry for/mr/ms`,
  },
];

/** Words of politeness that stand around thanks and greetings and say nothing else. */
export const POLITE_WORDS = `very much so a lot for your the kind kindly quick prompt e mail email message messages information info
  help support reply response contacting contact me you i my in advance to all and of with this that again work
  kobayashi office sir madam team staff everyone mr mrs ms from best regards late san po nhieu chi anh muito`;

/** How an English question begins. */
export const QUESTION_STARTS = `how/what/when/where/which/who/why/can i/can you/could/do i/do you/does/is it/is there/is the/
  are/may i/should/will i/will it/will the/would`;

/** Words that may stand beside a yes and change nothing about it. */
export const FAMILIAR_ENGLISH = `i'll i'm i've it's that's let's you're kindness patience a an the at by on in as per from for with via using use on-line online zoom video call
  meeting session consultation counseling counselling interview appointment booking reservation job work career
  date time day schedule scheduled same given above below mentioned stated written proposed suggested offered arranged set
  december dec november nov january jan monday tuesday wednesday thursday friday mon tue tues wed thu thur thurs fri
  morning afternoon noon am pm jst oclock o'clock clock half past sharp minutes minute early before punctual punctually
  home house room phone smartphone mobile cellphone laptop pc computer tablet ipad iphone android device camera microphone mic
  headset earphones internet wifi connection app link url id passcode password
  i me my mine we you your it its this that these those there here he she they them is are am was be been being do did
  have has had will would like want love can to and so also too then just now very really again always already please
  terms rules conditions use regulations policy content details instructions guide guidelines everything all both fully
  read received receive get got checked check seen see saw open opened installed ready prepared prepare preparing prepared
  happy glad pleased excited nice pleasure honor hope hoping wait waiting forward talk talking talk speak speaking meet meeting
  then soon day reply email answer back hereby formally accept confirm confirmation confirmed attendance attend participation
  participate presence present join sure able definitely absolutely surely certainly gladly no need worry worries problem
  office hello work counselor counsellor san sama everything good great opportunity arrangement arranging arrangements`;
