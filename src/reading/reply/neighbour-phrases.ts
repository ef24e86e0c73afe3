/**
 * Phrases of replies in Chinese (both scripts) and Korean. Data only; phrases are
 * separated by white space and written without inner spaces, rows are read from the top;
 * a phrase that a row has taken is not seen by the rows below it.
 */
import type { Act } from './vocabulary.ts';

export interface NeighbourRow {
  act: Act;
  phrases: string;
}

/** No kana stands in the sentence, and one of these: it is Chinese, not terse Japanese. */
export const CHINESE_SIGNS: string = `
  我 您 你 吗 嗎 呢 谢 謝謝 对 對不 没有 没问 没空 没时 没办 没收 沒 这 這 时 间 们 們 说 请 請問 问 还 哪 怎 么 麼 吧 啊
  好的 是的 不能 不行 可以 收到 明白了 知道了 无法 确 认 麻烦 会参 会去 会来 參加 但是
`;

export const NEIGHBOUR_ROWS: readonly NeighbourRow[] = [
  {
    act: 'accept',
    phrases: `
      没问题 沒問題 没有问题 沒有問題 没关系 沒關係 没变化 不变 不改 不客气 知道了 不会迟到 不會遲到 不见不散
      문제없 괜찮습니다 괜찮아요 변동없 변경없
    `,
  },
  {
    act: 'waver',
    phrases: `
      可能 也许 也許 不确定 不確定 不一定 考虑 考慮 如果 要是 看情况 看情況 再联系 再聯絡 再说 還沒 还没 应该 應該 但是 但
      不过 不過 可是 等一下 暂时 暫時 아마 만약 확실하지 모르겠 생각해 고민 나중에 하지만 그런데
    `,
  },
  {
    act: 'change',
    phrases: `
      改到 改成 改期 改时间 改時間 改日 改天 改在 换到 換到 换成 換成 换时间 換時間 换个 換個 推迟 推遲 延后 延後 延期
      提前 别的时间 別的時間 其他时间 其他時間 另外的时间 另一天 晚一点 晚一點 早一点 早一點 下周 下週 下个星期
      변경 바꾸 바꿔 다른날 다른시간 연기 미루 미뤄 옮기 옮겨
    `,
  },
  {
    act: 'trouble',
    phrases: `
      打不开 打不開 收不到 没收到 沒收到 看不懂 不明白 不知道 不懂 进不去 進不去 連不上 连不上 不会用 不會用 没有zoom
      열리지 안열 접속이안 보이지 받지못
    `,
  },
  {
    act: 'cancel',
    phrases: `
      取消 不能 无法 無法 不去 不来 不來 不参加 不參加 不会参加 不會參加 去不了 来不了 來不了 参加不了 參加不了 不行
      不可以 没空 沒空 没时间 沒時間 没办法 沒辦法 有事 不需要 不用 不想 不要 放弃 放棄 拒绝 拒絕 不同意 不方便
      找到工作 生病 发烧 發燒 住院 要上班 得上班 要工作 취소 못합 못해 못가 못갑 못하 어렵 어려 힘들 불가 안가 안갑
      안됩 안돼 안되 필요없 않 아파서 입원
    `,
  },
  {
    act: 'ask',
    phrases: `
      请问 請問 怎么 怎麼 什么 什麼 哪里 哪裡 哪儿 几点 幾點 多少 为什么 為什麼 吗 嗎 是否 能否 可否 呢
      까요 습니까 나요 인가요 어떻게 무엇 뭐 언제 어디 알려
    `,
  },
  {
    act: 'attend',
    phrases: `
      参加 參加 我会去 我會去 会准时 會準時 准时 準時 一定到 一定去 会来 會來 会到 會到 期待 到时见 到時見 当天见 當天見
      참석 참가 참여 가겠습니다 갈게요 뵙겠 가겠어요
    `,
  },
  {
    act: 'accept',
    phrases: `
      好的 好 可以 明白 了解 收到 确认 確認 同意 네 예, 알겠습니다 알겠어요 알았 확인 동의 좋습니다 좋아요 오케이 그렇게하
    `,
  },
  { act: 'courtesy', phrases: '谢 謝 感谢 拜托 拜託 辛苦 麻烦 麻煩 감사 고맙 부탁' },
  {
    act: 'greeting',
    phrases: '你好 您好 对不起 對不起 抱歉 不好意思 我是 老师 老師 안녕 죄송 미안 늦어',
  },
];
