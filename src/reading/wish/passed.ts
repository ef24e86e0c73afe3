/**
 * What the builder of groups passed since the last day or time: joints, gaps, ordinals.
 * A record and one function that fills it; it groups nothing.
 */
import type { Mention } from './mention.ts';

export interface Joints {
  /** か, または, と, や */
  list: boolean;
  /** ~, -, から */
  range: boolean;
  /** Text that is no joint. */
  gap: boolean;
  comma: boolean;
  /** は, が, に, を right behind the day or time. */
  topic: boolean;
  stop: boolean;
  line: boolean;
  /** 時間:, 希望日時 */
  label: boolean;
  /** A day or time that is no wish. */
  dropped: boolean;
  rank: number | null;
  fallback: boolean;
  correction: boolean;
  /** いずれも, どちらも */
  all: boolean;
}

export const NO_JOINTS: Readonly<Joints> = {
  list: false,
  range: false,
  gap: false,
  comma: false,
  topic: false,
  stop: false,
  line: false,
  label: false,
  dropped: false,
  rank: null,
  fallback: false,
  correction: false,
  all: false,
};

/** Notes one mention that is neither day nor time; `behindWish` if one stands before it. */
export function passJoint(joints: Joints, mention: Mention, behindWish: boolean): void {
  switch (mention.kind) {
    case 'link':
      if (mention.link === 'or' || mention.link === 'and') joints.list = true;
      if (mention.link === 'range' || mention.link === 'from') joints.range = true;
      return;
    case 'comma':
    case 'stop':
    case 'line':
    case 'fallback':
    case 'correction':
    case 'all':
      joints[mention.kind] = true;
      return;
    case 'arrow':
      if (behindWish && !joints.gap && !joints.line) joints.correction = true;
      else joints.gap = true;
      return;
    case 'wish_label':
      joints.label = true;
      joints.gap = true;
      return;
    case 'ordinal':
      joints.rank = mention.rank;
      return;
    case 'particle':
      if (!joints.gap && behindWish && /^(は|が|に|を|には)$/.test(mention.particle)) {
        joints.topic = true;
      }
      return;
    case 'open':
    case 'close':
      return;
    default:
      joints.gap = true;
  }
}
