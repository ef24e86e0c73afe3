/**
 * Words that show that a stretch of text is a matter, not a person: data only, one row after the
 * other, separated by spaces. A name that holds one of them is still read behind a label.
 */
import { wordsIn } from '../word-list.ts';

const WORDS = `
  繋が つなが 前職 現職 受 電受 入電 来電 架電 着電 留守電 幸甚 体調 対応 記録 前略 草々 謹啓 もしもし 一筆 キュウショク 頼む 頼ん 日本人 外国人 直通 代表 内線 呼出
  固定 番地 折返 手机 号码 求职 经由 経由 追伸 拝啓 敬具 時半 電番 旧姓 予約 相談 希望 電話 求職
  仕事 求人 職業 訓練 番号 連絡 氏名 名前 名無 メール 担当 窓口 部門 安定所 面接 対策 応募 書類
  履歴 転職 就職 就活 退職 離職 失業 給付 保険 資格 介護 事務 営業 製造 清掃 販売 建設 農業 工場
  看護 保育 警備 調理 運転 医療 福祉 午前 午後 明日 明後 来週 今週 再来 曜 時間 時以 時頃 日時
  日程 都合 件名 本日 昨日 今日 初回 初め 以上 以下 宜し 返信 変更 取消 中止 願 無職 学生 学校
  主婦 主夫 障害 手帳 正社員 契約 派遣 短期 長期 短時 会社 企業 件 利用 登録 申込 申請 質問 問合
  お世話 参加 確認 承知 了解 添付 転送 転記 至急 緊急 重要 通知 案内 自動 送信 受信 受付 受電 代理
  本人 本件 母 父親 息子 主人 家族 友人 通訳 手話 同席 介助 携帯 自宅 日中 不可 可能 必要 不要
  大丈夫 結構 無料 経験 未経験 年齢 歳 以前 以降 以外 屋さん 在住 居住 出身 宮崎県 鹿児島県 大字
  について に関し 古い 新しい どちら 場合 場所 住所 県 在宅 勤務 技能 実習 外国 人材 紹介 支援
  制度 年金 税 給料 賃金 残業 夜勤 日勤 フル パート バイト アルバイト ズーム オンライン
  ハローワーク リモート テスト サービス センター スマホ パソコン タブレット ありがと お願い
  おねがい よろしく すみません ください です ます こと もの ため よう ない から まで した して
  いる ある する たい 相手 方々 各位 皆様 御中 様 殿 今後 現在 最近 最初 次回 前回 今回 毎日 平日
  土日 祝日 全部 全て 一部 何時 何曜 何卒 早め 急募 急ぎ 了 続き 件数 有効 期限 締切 予定 調整
  候補 空き 内容 用件 要件 概要 備考 要望 以内 程度 前後 職種 職務 職場 職員 職人 探し 悩み 不安
  ブランク スキル キャリア ネイリスト デザイン プログラ ホテル アパレル コンビニ スーパー
  レストラン カフェ データ エンジニア ドライバー タクシー トラック フォーク ヘルパー マイページ
  アカウント アドレス パスワード キャンセル ミーティング カウンセリ メニュー コース セミナー メモ
  フォーム スタッフ お客 お母 お父 奥 娘 整備 設備 管理 監理 技術 塗装 溶接 左官 大工 土木 物流
  配送 配達 倉庫 事業 自営 開業 起業 独立 経理 総務 人事 秘書 接客 飲食 栄養 歯科 薬剤 理容 美容
  林業 漁業 畜産 酪農 教員 教師 教育 講師 公務 役場 役所 市役 病院 施設 年末 年始 年内 来年 今年
  去年 来月 今月 先月 上旬 中旬 下旬 月末 週末 昼 夕方 朝 夜 正午
`;
/** The same, where one word stands for several. */
const PATTERNS = ['[ァ-ヶー]人', '週[0-9一二三四五]', '第[一二三123]', '求[め職]'];

const ALL = wordsIn(WORDS);
const isVerbal = (word: string) => /^[ぁ-ゖ]+$/.test(word);
const isSingle = (word: string) => word.length === 1;

/** In no name, whatever stands around them. */
export const NEVER_IN_NAME: RegExp = new RegExp(
  [...PATTERNS, ...ALL.filter((word) => !isVerbal(word) && !isSingle(word))].join('|'),
);
/** Also parts of names (奥田, まこと): they speak against a name that begins with no known family name. */
export const SELDOM_IN_NAME: RegExp = new RegExp(
  [...ALL.filter(isSingle), `(?:${ALL.filter(isVerbal).join('|')})$`].join('|'),
);
