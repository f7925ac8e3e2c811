import { INITIATORS, INTRODUCTIONS, TRIGGER_FAMILIES } from "#lib/conversation/assessed.ts";
import { WAIT_BANDS } from "#lib/conversation/told-apart.ts";
import { endingsOf, FUNNEL_MARKS } from "#lib/metrics/funnel.ts";
import { parseSlot } from "./alarms/slots.ts";

const upTo = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

const YES_NO = ["no", "yes"] as const;

/** How a handoff stands in its queue's interval: answered within the target or later, left, left within 30 seconds, ended
 * otherwise, waiting for less than the target or for longer. */
export const STANDINGS = ["in_target", "late", "left", "short", "other", "pending", "overdue"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What one mark of a chart stands for, besides the page's filters: a property of the handoff that a row is about (else of
 * the first of its episode), or of its episode. weekday: 1 = Monday; hour: of the handoff, local. wait: open minutes to the
 * answer; wall: minutes by the clock. fate: what had ended the wait. short: left within 30 seconds. hours: handed over while open. repeated: whether the
 * customer had to say it again or was asked to, of those who wrote again; explicit, resent, asked: which of the three types
 * of it. promise: whether the announced wait was kept. introduction, solution, transfer: how the person began, whether
 * they proposed what the AI had, whether the handoff was announced. read: the family of the trigger that is read. step:
 * what came of asking for a person, or how far it got at least. stands: as `Standing` says; offered = any. */
export const NARROWINGS = {
  initiator: INITIATORS,
  family: TRIGGER_FAMILIES,
  weekday: upTo(1, 7),
  hour: upTo(0, 23),
  wait: WAIT_BANDS,
  wall: WAIT_BANDS,
  fate: ["answered", "left", "silent", "other", "waiting"],
  short: YES_NO,
  hours: ["open", "closed"],
  repeated: YES_NO,
  explicit: YES_NO,
  resent: YES_NO,
  asked: YES_NO,
  introduction: INTRODUCTIONS,
  solution: ["other", "same"],
  transfer: YES_NO,
  read: TRIGGER_FAMILIES,
  promise: ["kept", "broken"],
  step: FUNNEL_MARKS,
  stands: ["offered", ...STANDINGS],
} as const satisfies Record<string, readonly string[]>;

export type Narrowing = keyof typeof NARROWINGS;
/** finding: the label of a finding that counts. slot: the 15-minute interval of the handoff, by its start. open_at: who was
 * waiting at an instant, and had begun to earlier. */
export type Narrow = Partial<Record<Narrowing | "finding" | "slot" | "open_at", string>>;

const NAMES = Object.keys(NARROWINGS) as Narrowing[];

export const isNarrowing = (name: string): name is Narrowing => Object.hasOwn(NARROWINGS, name);

const LABEL = /^[a-z][a-z0-9_]{0,40}$/;

const OPEN_VALUED = {
  finding: (text: string) => LABEL.test(text),
  slot: (text: string) => parseSlot(text) !== null,
  open_at: (text: string) => parseSlot(text) !== null,
};

/** Reads the narrowing of an address; what is not among the values there are is left out. */
export const parseNarrow = (params: Record<string, string | string[] | undefined>): Narrow => {
  const given = (name: string) => [params[name] ?? []].flat()[0] ?? "";
  const known = NAMES.filter((name) => (NARROWINGS[name] as readonly string[]).includes(given(name)));
  const open = Object.entries(OPEN_VALUED).flatMap(([name, isValue]) => (isValue(given(name)) ? [name] : []));
  return Object.fromEntries([...known, ...open].map((name) => [name, given(name)]));
};

/** The values that a row may have to fall under a narrowing: itself, but a step of the funnel holds all that reached it, and
 * an interval all that was offered in it. */
export const valuesOf = (name: Narrowing, value: string): string[] => {
  if (name === "stands" && value === "offered") return [...STANDINGS];
  return name === "step" ? endingsOf(value) : [value];
};

const WAITS: Record<string, string> = {
  under_5: "answered within 5 open minutes",
  "5_to_15": "answered after 5 to 15 open minutes",
  over_15: "answered after more than 15 open minutes",
};
const FATES: Record<string, string> = {
  answered: "answered by a person",
  left: "left and said or showed it",
  silent: "left in silence, as far as can be told",
  other: "closed or handed back without an answer",
  waiting: "still waiting",
};

const STEPS: Record<string, string> = {
  asked: "asked for a person",
  handed: "asked for a person and were handed over",
  answered: "asked for a person and were answered",
  resolved: "asked for a person, were answered, and it was resolved",
  stayed: "asked for a person, it was resolved, and they did not come back within 7 days",
  unhanded: "asked for a person and were never handed over",
  unhanded_left: "asked for a person, were never handed over, and left",
  unhanded_closed: "asked for a person, were never handed over, and it was closed",
  unhanded_given_up: "asked for a person, were never handed over, and had no answer for 7 days",
  unhanded_open: "asked for a person and are not handed over yet",
  unanswered: "asked for a person, were handed over, and never answered",
  unanswered_left: "asked for a person, were handed over, and left before an answer",
  unanswered_closed: "asked for a person, were handed over, and it was closed without an answer",
  unanswered_back: "asked for a person, were handed over, and went back to the AI",
  unanswered_given_up: "asked for a person, were handed over, and had no answer for 7 days",
  unanswered_open: "asked for a person, were handed over, and still wait",
  unresolved: "asked for a person, were answered, and it was not resolved",
  unresolved_open: "asked for a person, were answered, and it is not known yet whether that resolved it",
  came_back: "asked for a person, it was resolved, and they came back within 7 days",
  stay_open: "asked for a person, it was resolved, and the 7 days are not over",
};
const STANDING_TEXTS: Record<string, string> = {
  offered: "offered to people",
  in_target: "answered within 5 open minutes",
  late: "answered after 5 open minutes or more",
  left: "left before an answer, after 30 seconds or more",
  short: "left within 30 seconds",
  other: "closed or handed back without an answer",
  pending: "waiting for less than 5 open minutes",
  overdue: "waiting for 5 open minutes or more",
};
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const TEXTS: Record<Narrowing, (value: string) => string> = {
  initiator: (value) => `handed over by ${value.replaceAll("_", " ")}`,
  family: (value) => `because of ${value.replaceAll("_", " ")}`,
  weekday: (value) => `on ${DAYS[Number(value) - 1]}`,
  hour: (value) => `between ${value}:00 and ${value}:59`,
  wait: (value) => WAITS[value] ?? value,
  wall: (value) => `${(WAITS[value] ?? value).replace(" open ", " ")} by the clock`,
  fate: (value) => FATES[value] ?? value,
  short: (value) => (value === "yes" ? "left within 30 seconds" : "left after 30 seconds or more"),
  hours: (value) => (value === "open" ? "handed over in open hours" : "handed over out of hours"),
  repeated: (value) => (value === "yes" ? "had to say it again, or was asked to" : "did not have to say it again"),
  explicit: (value) =>
    value === "yes" ? "said that it had been said before" : "did not say that it had been said before",
  resent: (value) => (value === "yes" ? "gave again what the AI had" : "gave nothing again"),
  asked: (value) => (value === "yes" ? "was asked again for what had been given" : "was not asked again"),
  introduction: (value) => `the first reply of a person was ${value}`,
  solution: (value) => (value === "same" ? "a person proposed what the AI had" : "nobody proposed what the AI had"),
  transfer: (value) => (value === "yes" ? "the handoff was announced" : "the handoff was not announced"),
  read: (value) => `the words tell of ${value.replaceAll("_", " ")}`,
  promise: (value) => `the announced wait was ${value}`,
  step: (value) => STEPS[value] ?? value,
  stands: (value) => STANDING_TEXTS[value] ?? value,
};

const instantText = (slot: string): string => `${slot.slice(0, 10)} ${slot.slice(11, 16)} UTC`;

/** The narrowing in words, one condition each. */
export const narrowTexts = ({ finding, slot, open_at, ...narrow }: Narrow): string[] => [
  ...NAMES.flatMap((name) => (narrow[name] === undefined ? [] : [TEXTS[name](narrow[name])])),
  ...(slot === undefined ? [] : [`handed over in the 15 minutes from ${instantText(slot)}`]),
  ...(open_at === undefined ? [] : [`still waiting at ${instantText(open_at)}`]),
  ...(finding === undefined ? [] : [`with the finding ${finding.replaceAll("_", " ")}`]),
];
