/**
 * The state machine behind `groupWishes`: one step for each mention, looking back only at the
 * joints since the last day or time. It never looks ahead further than one mention.
 */
import type { DayItem, Group, TimeItem } from './group.ts';
import {
  bindDay,
  isAnyDay,
  isDated,
  isOtherNaming,
  namesDateOf,
  replaceTime,
} from './group-items.ts';
import type { DayMention, Mention, TimeMention } from './mention.ts';
import { type Joints, NO_JOINTS, passJoint } from './passed.ts';
import type { Verdict } from './verdict.ts';

export class GroupBuilder {
  readonly groups: Group[] = [];
  #joints: Joints = { ...NO_JOINTS };
  #last: 'day' | 'time' | null = null;
  #forAll = false;
  #droppedTime: TimeItem | null = null;

  /** A joint, a particle or a gap. */
  pass(mention: Mention): void {
    const day = this.groups.at(-1)?.days.at(-1);
    const bindable = this.#last === 'day' && !this.#joints.gap ? day : undefined;
    if (mention.kind === 'link' && bindable !== undefined) bindDay(bindable, mention.link);
    if (mention.kind === 'gap' && this.#joints.topic) this.#markTold();
    passJoint(this.#joints, mention, this.#last !== null);
    if (mention.kind === 'all') this.#forAll = true;
  }

  #markTold(): void {
    const group = this.groups.at(-1);
    if (group !== undefined) group.told = true;
  }

  /** A day or time that is no wish stood here. */
  passDropped(mention: DayMention | TimeMention): void {
    if (mention.kind === 'time') this.#droppedTime = { mention, verdict: 'live' };
    this.#joints.dropped = true;
    this.#joints.gap = true;
  }

  addDay(mention: DayMention, verdict: Verdict): void {
    if (this.groups.length > 0 && isAnyDay(mention)) return;
    const item: DayItem = { mention, until: null, bound: 'none', also: [], verdict };
    const group = this.groups.at(-1);
    const joints = this.#joints;
    if (group === undefined || this.#opensGroup() || !this.#addToGroup(group, item)) {
      this.#open(mention).days.push(item);
    }
    if (joints.range && this.#last === 'time') this.#joints = { ...NO_JOINTS, range: true };
    this.#step('day', mention);
  }

  /** "…が第2希望", "…→①": the rank of what stands before it. */
  rankLast(rank: number): void {
    const group = this.groups.at(-1);
    if (group !== undefined) group.rank ??= rank;
    this.#joints = { ...NO_JOINTS, fallback: true };
  }

  /** `conceded`: "…でも可" follows, so it stands beside a time said before. */
  addTime(mention: TimeMention, verdict: Verdict, conceded = false): void {
    const group = this.groups.at(-1);
    const isFirst = this.groups.every((one) => one.times.length === 0);
    // "3日10時の予約を7日の同じ時間に": the time of the old booking
    const same = mention.spec.form === 'same' && isFirst ? this.#droppedTime : null;
    if (conceded && this.#last === 'time' && !this.#joints.line) {
      this.#joints = { ...NO_JOINTS, list: true };
    }
    const item: TimeItem = { mention: same?.mention ?? mention, verdict };
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
    this.#joints = { ...NO_JOINTS };
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
      loose: false,
      told: false,
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

  /** Answers whether the day belongs to the group that is open. */
  #addToGroup(group: Group, item: DayItem): boolean {
    const joints = this.#joints;
    const last = group.days.at(-1);
    if (last === undefined) {
      if (group.times.every((time) => time.verdict === 'reason')) return false;
      group.loose = joints.gap || joints.stop;
      group.days.push(item);
      return true;
    }
    const adjacent = !joints.gap && !joints.stop && !joints.dropped;
    const isSaid = joints.label || item.verdict === 'wished' || adjacent;
    const divides = joints.list || joints.range || (joints.line && !joints.label);
    if (isSaid && !divides && !joints.dropped && namesDateOf(group, item)) {
      last.also.push(item.mention);
      return true;
    }
    if (!adjacent) return false;
    if (group.times.length > 0 && !group.timeFirst) return this.#addBehindTime(group, item);
    if (joints.range && this.#last === 'day') {
      last.until = item.mention;
      last.bound = 'range';
      return true;
    }
    if (this.#isBase(item)) last.bound = 'base';
    if (!joints.list && !joints.line && isOtherNaming(last.mention, item.mention)) {
      last.also.push(item.mention);
      return true;
    }
    if (joints.line) return false;
    group.days.push(item);
    return true;
  }

  /** "敬老の日の翌日": the day before is only what is counted from. */
  #isBase(item: DayItem): boolean {
    const { list, comma, line } = this.#joints;
    return item.mention.spec.form === 'following' && !list && !comma && !line;
  }

  /** "12/3 10時~12/5 15時" and "12月3日10時(木)". */
  #addBehindTime(group: Group, item: DayItem): boolean {
    const { range, list, comma, line } = this.#joints;
    const last = group.days.at(-1);
    if (range && group.days.length === 1 && group.rangeEnd === null) {
      group.rangeEnd = { day: item, time: null };
      return true;
    }
    // "水曜10時、日付は12月16日か23日"
    if (list && !line && last?.also.some(isDated) && isDated(item.mention)) {
      group.days.push(item);
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
    const { line, all, label } = this.#joints;
    if (!line && !all && !label && !this.#forAll) return;
    for (let k = this.groups.length - 1; k > 0; k--) {
      const [other, next] = [this.groups[k - 1], this.groups[k]];
      if (other === undefined || next?.joined !== true || other.times.length > 0) break;
      if (other.days.length > 0) other.times.push(item);
    }
    this.#forAll = false;
  }

  /** Answers whether a further time belongs to the open group. */
  #addSecondTime(group: Group, item: TimeItem): boolean {
    const { list, comma, gap, stop, line, dropped } = this.#joints;
    const adjacent = !gap && !stop && !dropped;
    if (group.timeFirst && group.days.length > 0) {
      if (this.#last !== 'day' || list || comma || line || !adjacent) return false;
      const isAside = group.loose && group.times.every((time) => time.verdict !== 'wished');
      if (isAside) group.times = [item];
      else replaceTime(group, item);
      return true;
    }
    if (list || (comma && adjacent)) {
      if (!adjacent) group.contradictory = true;
      group.times.push(item);
      return true;
    }
    if (stop || line || dropped) {
      // "日中は電話に出られます" says nothing about the clock time of the wish
      const speaks = item.verdict === 'wished' && item.mention.spec.form !== 'part';
      if (group.days.length > 0) group.contradictory ||= speaks;
      else group.times.push(item);
      return true;
    }
    replaceTime(group, item);
    return true;
  }
}
