import { Temporal } from "temporal-polyfill";
import { type Calendar, defaultCalendar } from "#lib/time/calendar.ts";
import { withException } from "#lib/time/change-calendar.ts";

/** The made-up bookshop: who writes to it, how often, and what was planted for the dashboard to find. */
export type Story = {
  seed: string;
  /** Monday of the week in which the demo was first started; planted effects are counted from it. */
  startedIn: string;
};

/** How far the demo has been told: dates from `from` to `to` are stored, and changes of their conversations up to
 * `changedTo`. */
export type Told = { story: Story; from: string | null; to: string | null; changedTo: string };

export const DEMO_SEED = "marlow-books";
export const DEMO_NAME = "Marlow Books";
export const DEMO_ZONE = "Europe/Berlin";

const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

export const localDate = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(DEMO_ZONE).toPlainDate().toString();

/** The story of a demo that is started at `now`. */
export const storyAt = (seed: string, now: Date): Story => ({
  seed,
  startedIn: mondayOf(Temporal.PlainDate.from(localDate(now))).toString(),
});

/** Whole weeks from the week of the first start to the week of a local date: −1 = the last complete week then. */
export const weekOffset = ({ startedIn }: Story, date: string): number =>
  Math.floor(Temporal.PlainDate.from(startedIn).until(Temporal.PlainDate.from(date)).days / 7);

/** What was planted, with the true values; the clock changes of the zone come by themselves. Weeks are offsets as `weekOffset` counts them, both ends included; rates are
 * chances of the single conversation. */
export const PLANTED = {
  /** An article on refunds went online, and the AI has been able to answer since. */
  knowledgeFix: { topic: "refunds", fromWeek: -6, escalation: { before: 0.52, since: 0.29 } },
  /** Nobody wrote the articles on a new e-book format: its escalation rate creeps up for eight weeks. */
  knowledgeGap: { topic: "e_books", fromWeek: -8, toWeek: -1, escalation: { before: 0.34, last: 0.56 } },
  /** An update of the reader does not start on some devices: more of them are handed over since, people cannot repair it
   * either, and most come back. No article would help. returns: of those a person answered. */
  productBug: {
    topic: "e_reader",
    fromWeek: -5,
    escalation: { before: 0.5, since: 0.7 },
    returns: { before: 0.16, since: 0.45 },
  },
  /** Audiobooks are sold since this week, so many ask about them a day, and the desk has no name for it. */
  newTopic: { topic: "audiobooks", fromWeek: -3, perDay: 12, escalation: 0.62 },
  /** Of the other conversations so many come without a topic too. */
  untagged: { share: 0.125 },
  /** Where articles stand between the AI and an answer. found: how often the AI finds the one there is, by how it goes on.
   * unhelpful: found and cited, and handed over all the same. unfound: the AI never finds it, people answer from it. On
   * `missing` there is none. */
  articles: {
    found: { alone: 0.9, handed: 0.35 },
    unhelpful: { topic: "payment", found: 0.9 },
    unfound: { topic: "login" },
    missing: ["gift_cards", "e_books", "audiobooks"],
  },
  /** A release of the bot stopped passing the conversation on, until it was taken back. */
  botRelease: {
    fromWeek: -3,
    toWeek: -2,
    versions: { before: "4.1", during: "4.2", since: "4.2.1" },
    repetition: { usual: 0.13, during: 0.28 },
  },
  /** How handoffs are made, as shares. An introduction changes how often the customer repeats and is content: the factors
   * and differences even out over the shares. */
  seam: {
    introduction: { warm: 0.34, neutral: 0.26, cold: 0.4 },
    repeats: { warm: 0.7, neutral: 1, cold: 1.255 },
    content: { warm: 0.05, neutral: 0, cold: -0.0425 },
    transferSaid: 0.85,
    noRepeatSaid: 0.45,
    /** Of the waits that are promised. */
    waitSaid: 0.8,
    repeatsSolution: 0.18,
    /** Of those who speak again after an introduction that was not warm. */
    asksAgain: 0.2,
    /** Of those who speak again; who is asked for what they gave sends it in any case. */
    resends: 0.12,
    passed: { summary: 0.8, attempted: 0.6, nextSteps: 0.35 },
  },
  /** A letter to all customers goes out each Thursday, and so many times as many of them write in these hours. */
  newsletter: { weekday: 4, hours: [13, 14], factor: 5 },
  /** Two people too few each Thursday from 14:00 to 15:00. */
  staffingHole: { weekday: 4, hour: 14, waitFactor: 5 },
  /** On the Thursday of this week all but one of each team are at a training: what comes is as on every Thursday, but those
   * who stay cannot keep up with it. waitFactors: from fromHour on, an hour each. */
  training: { week: 0, weekday: 4, fromHour: 13, waitFactors: [1.5, 8] },
  /** The shop was closed on the Wednesday of this week. */
  holiday: { week: -5, weekday: 3 },
  /** Of those who leave a chat before an answer, so many just go. */
  silentLeaving: { channel: "web_chat", share: 0.65 },
  /** People who write a second ticket about the same, which the desk merges into the first. */
  mergedTwins: { channel: "email", share: 0.04 },
  /** How customers part from an AI that stays alone, as shares. */
  aiPartings: { thanks: 0.46, quiet: 0.38, own_word: 0.07, asks_in_vain: 0.06, announced: 0.03 },
  /** Of those who ask for a person and get one, so many had to ask twice. */
  askTwice: { share: 0.3 },
  /** The bot was down on the Tuesday of this week; whoever came went straight to people. */
  outage: { week: -4, weekday: 2, fromHour: 10, toHour: 13 },
  /** Of those whose conversation was closed, so many try to come again the same day. */
  repeatContacts: { share: 0.06 },
  /** Ratings that come days after the survey. */
  lateRatings: { share: 0.15, days: [0.5, 9] },
  /** Of a day's records one in so many comes twice, and one in so many comes once more as it was at its beginning. */
  resent: { same: 97, older: 89 },
} as const;

export const holidayOf = ({ startedIn }: Story): string =>
  Temporal.PlainDate.from(startedIn)
    .add({ days: PLANTED.holiday.week * 7 + PLANTED.holiday.weekday - 1 })
    .toString();

/** Whether the bot was down at a local date and hour. */
export const isDown = (story: Story, date: string, hour: number): boolean => {
  const { week, weekday, fromHour, toHour } = PLANTED.outage;
  const isDay = weekOffset(story, date) === week && Temporal.PlainDate.from(date).dayOfWeek === weekday;
  return isDay && hour >= fromHour && hour < toHour;
};

/** How much longer the waits are that end in a local hour of the training; null = it is not on then. */
export const trainingFactor = (story: Story, date: string, hour: number): number | null => {
  const { week, weekday, fromHour, waitFactors } = PLANTED.training;
  const isDay = weekOffset(story, date) === week && Temporal.PlainDate.from(date).dayOfWeek === weekday;
  return (isDay && waitFactors[hour - fromHour]) || null;
};

/** The opening hours the bookshop works by. */
export const demoCalendar = (story: Story): Calendar => {
  const calendar = defaultCalendar(DEMO_ZONE);
  const closed = { date: holidayOf(story), name: "Works outing", hours: [] };
  return { ...calendar, versions: withException(calendar.versions, closed) };
};

export const TEAMS = { orders: "Orders", billing: "Billing", technical: "Technical", accounts: "Accounts" } as const;
export type Team = keyof typeof TEAMS;

export const AGENTS: Record<Team, readonly string[]> = {
  orders: ["Ruth Albers", "Deniz Kaya", "Paul Wagner", "Ines Maurer", "Joana Pires"],
  billing: ["Karl Brandt", "Sofia Lindner", "Amir Haddad"],
  technical: ["Lena Vogt", "Tomasz Zielinski", "Priya Nair"],
  accounts: ["Greta Holm", "Samuel Okoye"],
};

/** weight: share of all conversations; escalation: chance that the AI hands one over. */
export const TOPICS = {
  delivery: { team: "orders", weight: 0.21, escalation: 0.37 },
  returns: { team: "orders", weight: 0.13, escalation: 0.33 },
  refunds: { team: "billing", weight: 0.12, escalation: PLANTED.knowledgeFix.escalation.before },
  payment: { team: "billing", weight: 0.1, escalation: 0.47 },
  gift_cards: { team: "billing", weight: 0.07, escalation: 0.28 },
  e_reader: { team: "technical", weight: 0.11, escalation: PLANTED.productBug.escalation.before },
  e_books: { team: "technical", weight: 0.09, escalation: PLANTED.knowledgeGap.escalation.before },
  login: { team: "accounts", weight: 0.08, escalation: 0.32 },
  order_change: { team: "orders", weight: 0.06, escalation: 0.46 },
  loyalty: { team: "accounts", weight: 0.03, escalation: 0.2 },
  // Its conversations come besides all others.
  audiobooks: { team: "technical", weight: 0, escalation: PLANTED.newTopic.escalation },
} as const satisfies Record<string, { team: Team; weight: number; escalation: number }>;
export type Topic = keyof typeof TOPICS;

/** The chance that the AI hands over a conversation about a topic on a local date. */
export const escalationOf = (story: Story, topic: Topic, date: string): number => {
  const week = weekOffset(story, date);
  const { knowledgeFix: fix, knowledgeGap: gap, productBug: bug } = PLANTED;
  if (topic === fix.topic && week >= fix.fromWeek) return fix.escalation.since;
  if (topic === bug.topic && week >= bug.fromWeek) return bug.escalation.since;
  if (topic === gap.topic && week >= gap.fromWeek) {
    const progress = Math.min(1, (week - gap.fromWeek + 1) / (gap.toWeek - gap.fromWeek + 1));
    return gap.escalation.before + progress * (gap.escalation.last - gap.escalation.before);
  }
  return TOPICS[topic].escalation;
};

/** The chance that a customer comes back to what a person solved on a local date. */
export const returnOf = (story: Story, topic: Topic, date: string): number => {
  const { topic: broken, fromWeek, returns } = PLANTED.productBug;
  if (topic !== broken) return 0.07;
  return weekOffset(story, date) >= fromWeek ? returns.since : returns.before;
};

/** The chance that a customer who writes again after a person's reply has to say it twice. */
export const repetitionOf = (story: Story, date: string): number => {
  const { repetition } = PLANTED.botRelease;
  return passesOn(story, date) ? repetition.usual : repetition.during;
};

/** Whether the bot of a local date passes on what was said. */
export const passesOn = (story: Story, date: string): boolean => {
  const week = weekOffset(story, date);
  return week < PLANTED.botRelease.fromWeek || week > PLANTED.botRelease.toWeek;
};

/** What a customer does after a person's first reply: writes again at once, and gets no answer to that; or is left after the solution without a word
 * more; or thanks for it. */
export const AFTER_REPLY = { speaks: 0.86, unanswered: 0.04, silent: 0.14, thanks: 0.6 } as const;

/** The version of the bot that a conversation of a local date meets. */
export const botVersionOf = (story: Story, date: string): string => {
  const week = weekOffset(story, date);
  const { fromWeek, toWeek, versions } = PLANTED.botRelease;
  if (week < fromWeek) return versions.before;
  return week <= toWeek ? versions.during : versions.since;
};

/** Conversations on an ordinary day, by weekday from Monday. */
const PER_DAY = [276, 262, 254, 258, 240, 168, 152] as const;

/** Relative number of conversations that start in each local hour of an ordinary day. */
const HOURS = [1, 1, 0, 0, 0, 1, 3, 6, 10, 14, 17, 17, 14, 14, 15, 15, 13, 11, 10, 10, 9, 7, 4, 2] as const;

/** Relative number of conversations that start in each local hour of a day of the week, Monday = 1. */
export const hoursOf = (dayOfWeek: number): Record<string, number> => {
  const { weekday, hours, factor } = PLANTED.newsletter;
  const isOut = (hour: number) => dayOfWeek === weekday && hours.some((one) => one === hour);
  return Object.fromEntries(HOURS.map((weight, hour) => [String(hour), weight * (isOut(hour) ? factor : 1)]));
};

/** Conversations on an average day of the week, Monday = 1. */
export const perDay = (dayOfWeek: number): number => {
  const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);
  return ((PER_DAY[dayOfWeek - 1] ?? 0) * sum(Object.values(hoursOf(dayOfWeek)))) / sum(HOURS);
};
