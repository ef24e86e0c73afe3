/**
 * The state machine behind `groupWishes`: one step for each mention, looking back only at the
 * joints since the last day or time. It never looks ahead further than one mention.
 */
import type { DayItem, Group, TimeItem } from './group.ts';
import type { DayMention, Mention, TimeMention } from './mention.ts';
import type { Verdict } from './scope.ts';

/** What was passed since the last day or time. */
interface Joints {
  list: boolean;
  range: boolean;
  gap: boolean;
  comma: boolean;
  stop: boolean;
  line: boolean;
  dropped: boolean;
  rank: number | null;
  fallback: boolean;
  correction: boolean;
  all: boolean;
}

const NONE: Joints = {
  list: false,
  range: false,
  gap: false,
  comma: false,
  stop: false,
  line: false,
  dropped: false,
  rank: null,
  fallback: false,
  correction: false,
  all: false,
};

export class GroupBuilder {
  readonly groups: Group[] = [];
  #joints: Joints = { ...NONE };
  #last: 'day' | 'time' | null = null;
  #forAll = false;

  /** A joint, a particle or a gap. */
  pass(mention: Mention, next: Mention | undefined): void {
    const joints = this.#joints;
    switch (mention.kind) {
      case 'link':
        this.#passLink(mention.link);
        break;
      case 'comma':
        joints.comma = true;
        break;
      case 'gap':
      case 'wish_label':
      case 'other_role':
      case 'garbled':
      case 'sense':
        joints.gap = true;
        break;
      case 'stop':
        joints.stop = true;
        break;
      case 'line':
        joints.line = true;
        break;
      case 'ordinal':
        joints.rank = mention.rank;
        break;
      case 'fallback':
        joints.fallback = true;
        break;
      case 'correction':
        joints.correction = true;
        break;
      case 'all':
        joints.all = true;
        this.#forAll = true;
        break;
      case 'particle':
        if (next === undefined) break;
        break;
      default:
        break;
    }
  }

  /** A day or time that is no wish stood here. */
  passDropped(): void {
    this.#joints.dropped = true;
    this.#joints.gap = true;
  }

  #passLink(link: string): void {
    const joints = this.#joints;
    const day = this.#lastDay();
    if (link === 'or' || link === 'and') joints.list = true;
    else if (link === 'range' || link === 'from') joints.range = true;
    else if (this.#last === 'day' && day !== undefined && !joints.gap) this.#bindDay(day, link);
  }

  /** 3日以降, 3日まで, 3日頃 */
  #bindDay(day: DayItem, link: string): void {
    if (day.bound === 'range') return;
    if (link === 'onward') day.bound = 'onward';
    else if (link === 'until' || link === 'before') day.bound = 'deadline';
    else if (link === 'about' || link === 'past_by') day.bound = 'about';
  }

  addDay(mention: DayMention, verdict: Verdict): void {
    const item: DayItem = { mention, until: null, bound: 'none', also: [], verdict };
    const group = this.groups.at(-1);
    const joints = this.#joints;
    if (group === undefined || this.#opensGroup() || !this.#addToGroup(group, item)) {
      this.#open(mention).days.push(item);
    }
    if (joints.range && this.#last === 'time') this.#joints = { ...NONE, range: true };
    this.#step('day', mention);
  }

  addTime(mention: TimeMention, verdict: Verdict): void {
    const item: TimeItem = { mention, verdict };
    const group = this.groups.at(-1);
    if (group === undefined || this.#opensGroup()) this.#open(mention).times.push(item);
    else if (group.rangeEnd !== null && this.#last === 'day') group.rangeEnd.time = item;
    else if (group.times.length === 0) this.#share(group, item);
    else if (!this.#addSecondTime(group, item)) this.#open(mention).times.push(item);
    this.#step('time', mention);
  }

  #step(last: 'day' | 'time', mention: Mention): void {
    const group = this.groups.at(-1);
    if (group !== undefined) group.end = Math.max(group.end, mention.end);
    this.#last = last;
    this.#joints = { ...NONE };
  }

  #opensGroup(): boolean {
    const { rank, fallback, correction } = this.#joints;
    return rank !== null || fallback || correction;
  }

  #open(mention: Mention): Group {
    const { rank, fallback, correction, line, list, comma, gap } = this.#joints;
    const neighbours = (list || comma || (line && !this.#joints.stop)) && !gap;
    const group: Group = {
      rank,
      days: [],
      times: [],
      timeFirst: mention.kind === 'time',
      joined: rank !== null || fallback || neighbours,
      correction,
      contradictory: false,
      rangeEnd: null,
      start: mention.start,
      end: mention.end,
    };
    const previous = this.groups.at(-1);
    if (previous !== undefined && (fallback || neighbours)) previous.joined = true;
    this.groups.push(group);
    return group;
  }

  #lastDay(): DayItem | undefined {
    return this.groups.at(-1)?.days.at(-1);
  }

  /** Answers whether the day belongs to the group that is open. */
  #addToGroup(group: Group, item: DayItem): boolean {
    const joints = this.#joints;
    const last = group.days.at(-1);
    if (last === undefined) {
      group.days.push(item);
      return true;
    }
    const adjacent = !joints.gap && !joints.stop && !joints.dropped;
    if (!adjacent) return false;
    if (group.times.length > 0 && !group.timeFirst) return this.#addBehindTime(group, item);
    if (joints.range && this.#last === 'day') {
      last.until = item.mention;
      last.bound = 'range';
      return true;
    }
    const isListed = joints.list || joints.comma;
    if (!isListed && !joints.line && isOtherNaming(last.mention, item.mention)) {
      last.also.push(item.mention);
      return true;
    }
    if (joints.line) return false;
    group.days.push(item);
    return true;
  }

  /** "12/3 10時~12/5 15時" and "12月3日10時(木)". */
  #addBehindTime(group: Group, item: DayItem): boolean {
    const { range, list, comma, line } = this.#joints;
    const last = group.days.at(-1);
    if (range && group.days.length === 1 && group.rangeEnd === null) {
      group.rangeEnd = { day: item, time: null };
      return true;
    }
    const isBare = item.mention.spec.form === 'weekday' && item.mention.spec.week === null;
    if (last !== undefined && isBare && !list && !comma && !line) {
      last.also.push(item.mention);
      return true;
    }
    return false;
  }

  /** The first time of a group; on a line of its own, or with "いずれも", for all days before it. */
  #share(group: Group, item: TimeItem): void {
    group.times.push(item);
    const { line, all } = this.#joints;
    if (!line && !all && !this.#forAll) return;
    for (const other of this.groups) {
      if (other !== group && other.times.length === 0 && other.days.length > 0) {
        other.times.push(item);
      }
    }
    this.#forAll = false;
  }

  /** Answers whether a further time belongs to the open group. */
  #addSecondTime(group: Group, item: TimeItem): boolean {
    const { list, comma, gap, stop, line, dropped } = this.#joints;
    const adjacent = !gap && !stop && !dropped;
    if (group.timeFirst && group.days.length > 0) {
      if (this.#last !== 'day' || list || comma || line || !adjacent) return false;
      replaceTime(group, item);
      return true;
    }
    if (list || (comma && adjacent)) {
      if (!adjacent) return false;
      group.times.push(item);
      return true;
    }
    if (stop || line || dropped) {
      if (group.days.length > 0) group.contradictory ||= item.verdict === 'wished';
      else group.times.push(item);
      return true;
    }
    replaceTime(group, item);
    return true;
  }
}

/** "午前中、できれば10時": the clock time within the part; anything else contradicts. */
function replaceTime(group: Group, item: TimeItem): void {
  const last = group.times.at(-1);
  if (last?.mention.spec.form === 'part') group.times[group.times.length - 1] = item;
  else if (item.mention.spec.form !== 'part') group.contradictory = true;
}

/** 明日 + 25日, 来週 + 12/3, 12月3日 + 木曜: one day named twice, not two days. */
function isOtherNaming(first: DayMention, second: DayMention): boolean {
  const dated = (day: DayMention): boolean =>
    day.spec.form === 'date' || day.spec.form === 'day_of_month';
  return dated(first) !== dated(second) || first.spec.form === 'period';
}
