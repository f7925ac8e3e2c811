import { z } from "zod";
import { parseHours } from "#lib/time/hours-text.ts";

/** oldest_wait: open minutes that the one who waits longest has waited. answered_share: of those handed over in the last
 * hour, the share answered in less than five open minutes. waiting_count: how many wait. data_stale: minutes since a
 * source was read completely. escalation_rate: standard deviations of the last mature day above its centre. */
export const ALARM_KINDS = ["oldest_wait", "answered_share", "waiting_count", "data_stale", "escalation_rate"] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** How high an incident has climbed: nobody acknowledged it at the level before. */
export const ALARM_LEVELS = [0, 1, 2] as const;
export type AlarmLevel = (typeof ALARM_LEVELS)[number];

/** One day's or the queue's hours. own: in the queue's zone, the same on each day of the week that is named. */
export type AlarmHours = { kind: "queue" } | { kind: "always" } | { kind: "own"; weekdays: number[]; hours: string };

/** Which queues a rule watches, each by itself. A rule of a source or of the workspace says "all". */
export type AlarmScope = { kind: "all" } | { kind: "queue"; sourceId: string; team: string | null };

/** What a rule says: fires beyond `fire`, is over at `clear`. */
export type RuleSettings = {
  name: string;
  kind: AlarmKind;
  scope: AlarmScope;
  fire: number;
  clear: number;
  /** How long the breach must last, and how long it must be over, in data time. */
  forMinutes: number;
  keepMinutes: number;
  /** Data older than this holds the state. */
  staleAfterMinutes: number;
  /** Nobody acknowledged: on to level 1, and from there to level 2. */
  escalateMinutes: number[];
  ackTimeoutMinutes: number;
  /** At the last level, how often it is said again. */
  repeatMinutes: number;
  hours: AlarmHours;
  isEnabled: boolean;
};

/** A rule as it is stored. recipients: ids of channels, one list a level; nobody at a level = that level is passed over in
 * silence. */
export type AlarmRule = RuleSettings & { id: string; revision: number; recipients: string[][] };

/** Whether more is worse, or less. */
export const isFloor = (kind: AlarmKind): boolean => kind === "answered_share";

/** What is usual: `fire` and `clear` in the unit of the kind. */
const USUAL: Record<AlarmKind, Pick<RuleSettings, "name" | "fire" | "clear" | "forMinutes" | "keepMinutes">> = {
  oldest_wait: { name: "Oldest wait", fire: 15, clear: 10, forMinutes: 1, keepMinutes: 2 },
  answered_share: { name: "Answered within 5 minutes", fire: 0.6, clear: 0.8, forMinutes: 1, keepMinutes: 15 },
  waiting_count: { name: "Customers waiting", fire: 10, clear: 5, forMinutes: 1, keepMinutes: 2 },
  data_stale: { name: "Data is late", fire: 3, clear: 1, forMinutes: 0, keepMinutes: 1 },
  escalation_rate: { name: "Escalation rate out of control", fire: 3, clear: 2, forMinutes: 0, keepMinutes: 0 },
};

const DAY_MINUTES = 1440;

/** The rule of a kind as it is before anybody changes it, for all queues. */
export const usualRule = (kind: AlarmKind): RuleSettings => ({
  ...USUAL[kind],
  kind,
  scope: { kind: "all" },
  staleAfterMinutes: kind === "escalation_rate" ? 3 * DAY_MINUTES : 3,
  escalateMinutes: [10, 20],
  ackTimeoutMinutes: 30,
  repeatMinutes: kind === "escalation_rate" ? DAY_MINUTES : 60,
  hours: { kind: kind === "escalation_rate" ? "always" : "queue" },
  isEnabled: kind !== "answered_share" && kind !== "waiting_count",
});

type Dated = Pick<AlarmRule, "kind" | "fire" | "isEnabled" | "staleAfterMinutes">;

/** Minutes after which data counts as late: where the rule for it fires. */
export const lateAfterMinutes = (rules: readonly Pick<Dated, "kind" | "fire">[]): number =>
  rules.find(({ kind }) => kind === "data_stale")?.fire ?? USUAL.data_stale.fire;

/** Which rules of queues hold their state when data is so many minutes old. */
export const heldAt = (rules: readonly Dated[], minutesOld: number): "all" | "some" | "none" => {
  const queues = rules.filter(
    ({ kind, isEnabled }) => isEnabled && kind !== "data_stale" && kind !== "escalation_rate",
  );
  const held = queues.filter(({ staleAfterMinutes }) => minutesOld > staleAfterMinutes).length;
  if (held === 0) return "none";
  return held === queues.length ? "all" : "some";
};

const minutes = (what: string, min: number, max: number) =>
  z
    .number(`${what}: give a number of minutes.`)
    .min(min, `${what}: at least ${min} ${min === 1 ? "minute" : "minutes"}.`)
    .max(max, `${what}: at most ${max} minutes.`);

const hours = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("queue") }),
  z.object({ kind: z.literal("always") }),
  z
    .object({ kind: z.literal("own"), weekdays: z.array(z.number().int().min(1).max(7)), hours: z.string().max(200) })
    .superRefine(({ weekdays, hours: text }, context) => {
      const read = parseHours(text);
      if ("problem" in read) context.addIssue({ code: "custom", path: ["hours"], message: read.problem });
      else if (weekdays.length === 0 || read.hours.length === 0) {
        context.addIssue({
          code: "custom",
          path: ["hours"],
          message: "Without a day and hours this rule would never be looked at. Switch it off instead.",
        });
      }
    }),
]);

const shape = z.object({
  name: z.string().trim().min(1, "Give the rule a name.").max(80, "A name has at most 80 characters."),
  kind: z.enum(ALARM_KINDS),
  scope: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("all") }),
    z.object({ kind: z.literal("queue"), sourceId: z.uuid(), team: z.string().nullable() }),
  ]),
  fire: z.number("Say from what value on it fires."),
  clear: z.number("Say at what value it is over."),
  forMinutes: minutes("How long the breach must last", 0, DAY_MINUTES),
  keepMinutes: minutes("How long it must be over", 0, DAY_MINUTES),
  staleAfterMinutes: minutes("Its state is held once data is older than", 1, 7 * DAY_MINUTES),
  escalateMinutes: z.array(minutes("On to the next level after", 1, DAY_MINUTES)).length(2, "There are two steps up."),
  ackTimeoutMinutes: minutes("An acknowledgement holds for", 1, 7 * DAY_MINUTES),
  repeatMinutes: minutes("Said again every", 5, 4 * DAY_MINUTES),
  hours,
  isEnabled: z.boolean(),
});

/** Who is told, one list of channels a level. */
export const ruleRecipients = z.array(z.array(z.uuid())).length(ALARM_LEVELS.length, "There are three levels.");

/** Reads a rule that somebody wrote. Each problem is a sentence with the field it belongs to: values that are no rule, and
 * rules that could never fire or never be over. */
export const ruleSettings = shape.superRefine((rule, context) => {
  for (const [field, message] of impossible(rule)) context.addIssue({ code: "custom", path: [field], message });
});

type Problem = [field: "fire" | "clear" | "scope", message: string];

const impossible = ({ kind, fire, clear, scope }: z.infer<typeof shape>): Problem[] => {
  const problems: Problem[] = [];
  if (fire < 0) problems.push(["fire", "A value below 0 never comes about."]);
  if (clear < 0) problems.push(["clear", "A value below 0 never comes about, so it would never be over."]);
  if (isFloor(kind)) problems.push(...impossibleShare(fire, clear));
  else if (clear > fire) {
    problems.push(["clear", `It would be over at ${clear} while it fires above ${fire}: give at most ${fire}.`]);
  }
  if ((kind === "data_stale" || kind === "escalation_rate") && scope.kind === "queue") {
    const whole = kind === "data_stale" ? "whole sources" : "the whole workspace";
    problems.push(["scope", `This rule is about ${whole}, not about one queue.`]);
  }
  return problems;
};

const impossibleShare = (fire: number, clear: number): Problem[] => {
  const problems: Problem[] = [];
  if (fire === 0) problems.push(["fire", "A share is never below 0 %, so this would never fire."]);
  if (fire > 1) problems.push(["fire", "A share is always below this: give at most 100 %."]);
  if (clear > 1) problems.push(["clear", "A share never reaches more than 100 %, so it would never be over."]);
  if (clear < fire) {
    problems.push(["clear", `It would be over at ${percent(clear)} while it fires below ${percent(fire)}: give more.`]);
  }
  return problems;
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;
