import type { SetReader } from "./word-sets.ts";
import type { Seen } from "./word-table.ts";

/** What a pattern reads, as steps: numbers in one array, so that they lie near. Each step says what it is, more of it, and which
 * comes next: of a word the set; of a gap the most words; of a choice the first of a row of sets, which hold the words that each
 * of its ways can begin with, NO where one has to be there, a bit for each way, a bit for each that can begin with any word,
 * and the ways. */
export const IS = { word: 0, between: 1, start: 2, end: 3, choice: 4, number: 5, gap: 6, gapBefore: 7 } as const;

export const NO = -1;
/** The step after the last. */
export const DONE = -2;

/** Follows the steps of a pattern through the words that were read last, as a regular expression would: what comes first is
 * taken first, the longer before what may be missing, the shorter of gaps. */
export const follower = (code: Int32Array, { seen, has, bitsFrom }: SetReader) => {
  const { ids, begins, ends, joins } = seen;
  const { isNumber, isDecimal, isFirst, isLast } = signsOf(seen);
  const canStand = (is: number, step: number, place: number): boolean => {
    if (is === IS.word) return has(code[step + 1] as number, ids[place] as number);
    if (is === IS.between) return joins[place] === true;
    return is === IS.start ? isFirst(place) : isLast(place);
  };
  /** The place after what is read from a place on, or NO. */
  const follow = (from: number, at: number): number => {
    let step = from;
    let place = at;
    while (step !== DONE) {
      const is = code[step] as number;
      if (is >= IS.choice) return branch(is, step, place);
      if (!canStand(is, step, place)) return NO;
      if (is === IS.word) place++;
      step = code[step + 2] as number;
    }
    return place;
  };
  const branch = (is: number, step: number, place: number): number => {
    const next = code[step + 2] as number;
    if (is === IS.number) return number(next, place);
    if (is !== IS.choice) return gap(next, place, code[step + 1] as number, is === IS.gap ? 0 : 1);
    const end = choice(step, place);
    return end === NO && next !== NO ? follow(next, place) : end;
  };
  const choice = (step: number, place: number): number => {
    const begun = bitsFrom(code[step + 1] as number, ids[place] as number);
    const ways = (begun & (code[step + 3] as number)) | (code[step + 4] as number);
    for (let left = ways; left !== 0; left &= left - 1) {
      const end = follow(code[step + 5 + 31 - Math.clz32(left & -left)] as number, place);
      if (end !== NO) return end;
    }
    return NO;
  };
  const gap = (next: number, place: number, most: number, further: 0 | 1): number => {
    for (let i = place; ; i++) {
      const end = follow(next, i);
      if (end !== NO) return end;
      if (i === place + most || !joins[i + further]) return NO;
    }
  };
  const number = (next: number, place: number): number => {
    if (!isNumber(place)) return NO;
    const end = isDecimal(place) ? follow(next, place + 2) : NO;
    return end === NO ? follow(next, place + 1) : end;
  };
  const canBegin = (first: number, place: number): boolean => first === NO || has(first, ids[place] as number);
  /** Where in the text the first of a pattern stands, into `span`; `first` is the set that it begins with, NO = any word. */
  const span = { start: 0, end: 0 };
  const find = (step: number, first: number): boolean => {
    for (let place = 0; place < seen.count; place++) {
      const end = canBegin(first, place) ? follow(step, place) : NO;
      if (end === NO) continue;
      span.start = begins[place] as number;
      span.end = ends[end - 1] as number;
      return true;
    }
    return false;
  };
  /** Whether some word is there that a pattern can begin with. */
  const isBegun = (first: number): boolean => {
    for (let place = 0; place < seen.count; place++) if (canBegin(first, place)) return true;
    return false;
  };
  return { span, find, isBegun };
};

const [MOST_DIGITS, MOST_DECIMALS] = [7, 3];
/** So many signs that are neither a–z nor digits can stand before the first word, and after the last. */
const [MOST_BEFORE, MOST_AFTER] = [4, 8];

/** What is to be known of the signs of what was read. */
const signsOf = (seen: Seen) => {
  const { begins, ends } = seen;
  const isDigits = (place: number, most: number): boolean =>
    place < seen.count &&
    (ends[place] as number) - (begins[place] as number) <= most &&
    every(seen.text, begins[place] as number, ends[place] as number, isDigit);
  const isNumber = (place: number): boolean => isDigits(place, MOST_DIGITS);
  /** "2.50" is one number of two words. */
  const isDecimal = (place: number): boolean => {
    const point = ends[place] as number;
    const isPoint = seen.text[point] === "." || seen.text[point] === ",";
    return isPoint && begins[place + 1] === point + 1 && isDigits(place + 1, MOST_DECIMALS);
  };
  const isFirst = (place: number): boolean => {
    const begin = begins[place] as number;
    return begin - seen.from <= MOST_BEFORE && every(seen.text, seen.from, begin, isOther);
  };
  const isLast = (place: number): boolean => {
    const end = ends[place - 1] as number;
    return seen.to - end <= MOST_AFTER && every(seen.text, end, seen.to, isOther);
  };
  return { isNumber, isDecimal, isFirst, isLast };
};

const every = (text: string, from: number, to: number, is: (code: number) => boolean): boolean => {
  for (let i = from; i < to; i++) if (!is(text.charCodeAt(i))) return false;
  return true;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Neither a–z nor a digit. */
const isOther = (code: number): boolean => !isDigit(code) && (code < 97 || code > 122);
