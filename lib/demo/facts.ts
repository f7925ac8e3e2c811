import { Temporal } from "temporal-polyfill";
import type { Trigger } from "#lib/conversation/types.ts";
import { type Random, randomOf } from "#lib/random.ts";
import { businessSeconds, deadline, isOpen } from "#lib/time/business-time.ts";
import type { Calendar } from "#lib/time/calendar.ts";
import { aiOnly } from "./alone.ts";
import type { Fact } from "./fact.ts";
import { letReturn } from "./returning.ts";
import { askAgain, proposeAgain, seamOf } from "./seam.ts";
import {
  AFTER_REPLY,
  AGENTS,
  DEMO_ZONE,
  demoCalendar,
  escalationOf,
  holidayOf,
  hoursOf,
  isDown,
  PLANTED,
  perDay,
  repetitionOf,
  returnOf,
  type Story,
  TOPICS,
  type Topic,
  trainingFactor,
  weekOffset,
} from "./story.ts";
import { DAY, lastAt, MINUTE, say, silent, talkToAi } from "./turns.ts";

type Context = {
  story: Story;
  date: string;
  calendar: Calendar;
  random: Random;
  topicOf: (random: Random) => Topic;
};

/** Every conversation that starts on a local date, in no particular order. Depends on the story and the date alone. */
export const factsOf = (story: Story, date: string): Fact[] => {
  const day = Temporal.PlainDate.from(date);
  const isClosed = date === holidayOf(story);
  const mean = perDay(day.dayOfWeek) * (isClosed ? 0.6 : 1);
  const count = randomOf(story.seed, date).poisson(mean);
  const calendar = demoCalendar(story);
  const topicOf = (random: Random) => random.weighted(TOPIC_WEIGHTS) as Topic;
  const facts = Array.from({ length: count }, (_, i) =>
    factOf({ story, date, calendar, random: randomOf(story.seed, date, i), topicOf }, day, i),
  );
  facts.push(...newTopicOf({ story, date, calendar }, day, facts.length));
  letReturn(facts, randomOf(story.seed, date, "returning"));
  return facts;
};

/** What asks about the new topic: besides all others, which stay as they are. */
const newTopicOf = (
  { story, date, calendar }: Pick<Context, "story" | "date" | "calendar">,
  day: Temporal.PlainDate,
  before: number,
): Fact[] => {
  const { topic, fromWeek, perDay: mean } = PLANTED.newTopic;
  if (weekOffset(story, date) < fromWeek) return [];
  return Array.from({ length: randomOf(story.seed, date, topic).poisson(mean) }, (_, i) => {
    const random = randomOf(story.seed, date, topic, i);
    return factOf({ story, date, calendar, random, topicOf: () => topic }, day, before + i);
  });
};

const HOUR_WEIGHTS = [1, 2, 3, 4, 5, 6, 7].map(hoursOf);
const TOPIC_WEIGHTS = Object.fromEntries(Object.entries(TOPICS).map(([topic, { weight }]) => [topic, weight]));

const factOf = (context: Context, day: Temporal.PlainDate, i: number): Fact => {
  const { random, date, story } = context;
  const plainTime = new Temporal.PlainTime(
    Number(random.weighted(HOUR_WEIGHTS[day.dayOfWeek - 1] ?? {})),
    random.whole(0, 59),
    random.whole(0, 59),
  );
  const startedAt = day.toZonedDateTime({ timeZone: DEMO_ZONE, plainTime }).epochMilliseconds;
  const topic = context.topicOf(random);
  const channel = random.weighted({ web_chat: 0.62, whatsapp: 0.2, email: 0.18 });
  const { team } = TOPICS[topic];
  const isHumanOnly = random.chance(channel === "email" ? 0.72 : 0.15);
  const escalates = random.chance(escalationOf(story, topic, date));
  const fact: Fact = {
    id: `MB-${date.replaceAll("-", "").slice(2)}-${String(i).padStart(3, "0")}`,
    startedAt,
    language: random.chance(0.08) ? "de" : "en",
    channel,
    topic,
    tier: random.weighted({ standard: 0.66, plus: 0.26, business: 0.08 }),
    team,
    agent: random.pick(AGENTS[team]),
    customer: Math.floor(startedAt / 1000) * 100 + (i % 100),
    sameCustomerAs: null,
    followedAt: null,
    segment: isHumanOnly ? "human_only" : escalates ? "handoff" : "ai_only",
    parting: null,
    isSpam: random.chance(0.012),
    turns: [{ at: startedAt, by: "customer", says: "opening" }],
    handoff: null,
    seam: null,
    speaksAgainAt: null,
    repeats: false,
    endedBy: "closed",
    endedAt: startedAt,
    returnsAt: null,
    closedAgainAt: null,
    surveyAt: null,
    rating: null,
    hasMergedTwin: false,
  };
  if (fact.segment === "human_only") humanOnly(fact, context);
  else if (isDown(story, date, plainTime.hour)) bypass(fact, context);
  else if (fact.segment === "handoff") handedOver(fact, context);
  else aiOnly(fact, random);
  rate(fact, random);
  return fact;
};

const TRIGGERS = {
  customer_request: 0.34,
  no_kb_result: 0.16,
  low_confidence: 0.14,
  topic_rule: 0.12,
  repeated_failure: 0.09,
  sentiment: 0.08,
  customer_rule: 0.04,
  ambiguous: 0.03,
} as const;

const handedOver = (fact: Fact, context: Context): void => {
  const { random, story, date } = context;
  talkToAi(fact, random);
  fact.seam = seamOf(story, date, fact);
  const isTakeover = random.chance(0.02);
  const trigger = isTakeover ? "manual_takeover" : random.weighted<Trigger>(TRIGGERS as never);
  const asks = isTakeover ? "more" : trigger === "customer_request" ? "ask_person" : "more";
  if (asks === "ask_person") askFirst(fact, context);
  const askedAt = say(fact, lastAt(fact) + random.logNormal(40, 0.6) * 1000, "customer", asks);
  if (isTakeover) takenOver(fact, askedAt, context);
  else queued(fact, askedAt, trigger, context);
};

/** Some have to ask twice, because the AI tries once more. */
const askFirst = (fact: Fact, { story }: Context): void => {
  const random = randomOf(story.seed, fact.id, "asks");
  if (!random.chance(PLANTED.askTwice.share)) return;
  say(fact, lastAt(fact) + random.logNormal(40, 0.6) * 1000, "customer", "ask_person");
  say(fact, lastAt(fact) + random.between(2, 7) * 1000, "ai", "second_answer");
};

const queued = (fact: Fact, askedAt: number, trigger: Trigger, context: Context): void => {
  const { random } = context;
  const at = say(fact, askedAt + random.between(2, 6) * 1000, "ai", "notice") + 500;
  const need = staffWait(fact, at, context);
  const patience = random.exponential(fact.channel === "web_chat" ? 28 * 60 : 8 * 3600);
  const outcome = need <= patience ? "answered" : "left";
  const leftHow = outcome === "answered" ? null : howLeft(fact, random);
  const goneAt = afterOpen(context.calendar, at, Math.max(1, Math.min(need, patience)));
  if (outcome === "left") fact.endedAt = goneAt + random.between(2, 20) * MINUTE;
  // Who just goes is known to be gone only when the chat is closed.
  const endsAt = leftHow === "silent" ? fact.endedAt : goneAt;
  const waitSeconds = businessSeconds(context.calendar, new Date(at), new Date(endsAt));
  const promised = random.chance(0.55) ? random.pick([180, 300, 300, 600]) : null;
  // Nobody promises minutes by e-mail or while closed.
  const canPromise = fact.channel !== "email" && isOpen(context.calendar, new Date(at));
  const promisedSeconds = canPromise ? promised : null;
  fact.handoff = { at, trigger, isTakeover: false, promisedSeconds, outcome, leftHow, waitSeconds, endsAt };
  if (outcome === "answered") talkToPerson(fact, endsAt, context);
};

const howLeft = ({ channel }: Fact, random: Random): "explicit" | "silent" => {
  const { silentLeaving: silent } = PLANTED;
  return channel === silent.channel && random.chance(silent.share) ? "silent" : "explicit";
};

const takenOver = (fact: Fact, askedAt: number, context: Context): void => {
  const at = afterOpen(context.calendar, askedAt, context.random.between(60, 600));
  const taken = { trigger: "manual_takeover", isTakeover: true, promisedSeconds: null } as const;
  fact.handoff = { at, ...taken, outcome: "answered", leftHow: null, waitSeconds: 0, endsAt: at };
  talkToPerson(fact, at, context);
};

/** The instant by which so many open seconds have passed. */
const afterOpen = (calendar: Calendar, from: number, seconds: number): number =>
  (deadline(calendar, new Date(from), seconds) ?? new Date(from + seconds * 1000)).getTime();

/** Open seconds that the team needs: more in the first hour, over lunch, in the planted hole and while others are at a training. */
const staffWait = ({ channel }: Fact, at: number, { random, calendar, story }: Context): number => {
  const median = { web_chat: 105, whatsapp: 140, email: 900 }[channel];
  // Whoever came while closed joins the queue at opening.
  const served = afterOpen(calendar, at, 1);
  const local = Temporal.Instant.fromEpochMilliseconds(served).toZonedDateTimeISO(DEMO_ZONE);
  const factor = trainingFactor(story, local.toPlainDate().toString(), local.hour) ?? staffFactor(local);
  return 15 + random.logNormal(median * factor, 0.75);
};

const staffFactor = ({ hour, dayOfWeek }: Temporal.ZonedDateTime): number => {
  const { staffingHole: hole } = PLANTED;
  if (dayOfWeek === hole.weekday && hour === hole.hour) return hole.waitFactor;
  if (hour === 9) return dayOfWeek === 1 ? 3 : 1.8;
  return hour === 12 ? 1.5 : 1;
};

/** While the others are at the training, one of each team answers. */
const whoAnswers = ({ team, agent }: Fact, at: number, story: Story): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(DEMO_ZONE);
  const isTraining = trainingFactor(story, local.toPlainDate().toString(), local.hour) !== null;
  return (isTraining && AGENTS[team][0]) || agent;
};

const talkToPerson = (fact: Fact, repliedAt: number, context: Context): void => {
  const { random, calendar, story, date } = context;
  const pace = { web_chat: 1, whatsapp: 3, email: 40 }[fact.channel];
  fact.agent = whoAnswers(fact, repliedAt, story);
  say(fact, repliedAt, "human", "first_reply");
  if (random.chance(AFTER_REPLY.speaks)) {
    const { seam } = fact;
    fact.repeats = seam !== null && random.chance(repetitionOf(story, date) * PLANTED.seam.repeats[seam.introduction]);
    const says = fact.repeats ? "repetition" : random.chance(0.12) ? "near_miss" : "detail";
    const speaksAt = repliedAt + random.logNormal(55, 0.6) * pace * 1000;
    askAgain(fact, repliedAt, speaksAt);
    fact.speaksAgainAt = say(fact, speaksAt, "customer", says);
  }
  if (fact.speaksAgainAt !== null && random.chance(AFTER_REPLY.unanswered)) {
    fact.endedBy = "never";
    fact.endedAt = lastAt(fact);
    return;
  }
  const work = random.logNormal(110, 0.6);
  // Nobody leaves for the weekend between two sentences of his own.
  const solvedAt =
    fact.speaksAgainAt === null ? repliedAt + work * 1000 : afterOpen(calendar, fact.speaksAgainAt, work * pace);
  proposeAgain(fact, solvedAt);
  say(fact, solvedAt, "human", "solution");
  if (random.chance(AFTER_REPLY.silent)) {
    silent(fact);
    return;
  }
  if (random.chance(AFTER_REPLY.thanks)) {
    const thankedAt = say(fact, lastAt(fact) + random.logNormal(45, 0.5) * pace * 1000, "customer", "thanks");
    fact.speaksAgainAt ??= thankedAt;
  }
  fact.endedAt = lastAt(fact) + random.between(1, 9) * MINUTE;
  if (random.chance(returnOf(story, fact.topic, date))) comeBack(fact, context);
};

const comeBack = (fact: Fact, { random, calendar }: Context): void => {
  fact.returnsAt = say(fact, fact.endedAt + random.between(0.3, 6) * DAY, "customer", "return");
  const answered = afterOpen(calendar, fact.returnsAt, random.logNormal(1800, 0.6));
  fact.closedAgainAt = say(fact, answered, "human", "return_reply") + 3 * MINUTE;
};

const humanOnly = (fact: Fact, context: Context): void => {
  const { random, calendar } = context;
  const median = { web_chat: 120, whatsapp: 300, email: 9000 }[fact.channel];
  talkToPerson(fact, afterOpen(calendar, fact.startedAt, random.logNormal(median, 0.7)), context);
  const { mergedTwins: twins } = PLANTED;
  fact.hasMergedTwin = fact.channel === twins.channel && random.chance(twins.share);
};

/** The bot is down: straight into the queue, without a word from it. */
const bypass = (fact: Fact, context: Context): void => {
  fact.segment = "human_only";
  const at = fact.startedAt + 1500;
  const endsAt = afterOpen(context.calendar, at, staffWait(fact, at, context));
  const waitSeconds = businessSeconds(context.calendar, new Date(at), new Date(endsAt));
  const handed = { trigger: "outage", isTakeover: false, promisedSeconds: null } as const;
  fact.handoff = { at, ...handed, outcome: "answered", leftHow: null, waitSeconds, endsAt };
  talkToPerson(fact, endsAt, context);
};

const SATISFIED = { ai_only: 0.83, handoff: 0.84, human_only: 0.88 };
const ANSWERS = { ai_only: 0.13, handoff: 0.24, human_only: 0.2 };

/** A survey goes out when a conversation is closed; the unhappy answer more often, and some answer days later. */
const rate = (fact: Fact, random: Random): void => {
  const [mood, answers, delay] = [random.unit(), random.unit(), random.unit()];
  if (fact.endedBy !== "closed" || fact.handoff?.outcome === "left" || fact.isSpam) return;
  fact.surveyAt = fact.endedAt;
  const waited = Math.min(15, (fact.handoff?.waitSeconds ?? 0) / 60) * 0.012;
  const isLetDown = fact.parting !== null && fact.parting !== "thanks" && fact.parting !== "quiet";
  const content = fact.seam ? PLANTED.seam.content[fact.seam.introduction] : 0;
  const isSatisfied =
    mood < SATISFIED[fact.segment] + content - waited - (fact.repeats ? 0.25 : 0) - (isLetDown ? 0.6 : 0);
  if (answers > ANSWERS[fact.segment] * (isSatisfied ? 1 : 1.4)) return;
  const openedAt = fact.surveyAt + 20_000;
  const { share, days } = PLANTED.lateRatings;
  const isLate = delay >= 1 - share;
  const at = openedAt + (isLate ? random.between(days[0], days[1]) * DAY : random.logNormal(8, 1) * MINUTE);
  const score = isSatisfied ? random.pick([4, 5, 5]) : random.pick([1, 2, 2, 3, 3]);
  fact.rating = { at, score };
};
