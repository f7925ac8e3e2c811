import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ai,
  at,
  closed,
  conversation,
  customer,
  event,
  handoff,
  human,
  noHistory,
  rating,
} from "#lib/testing/build.ts";
import { defaultCalendar } from "#lib/time/calendar.ts";
import { assess } from "./assess.ts";
import type { Assessment } from "./assessed.ts";
import { isCourtesy } from "./courtesy.ts";
import type { Conversation } from "./types.ts";
import { isSatisfied } from "./verdicts/scale.ts";

const berlin = defaultCalendar("Europe/Berlin");
const calendarOf = () => berlin;

/** Random but plausible: who speaks, hands over, closes and rates, at random minutes over some days. */
const anyConversation: fc.Arbitrary<Conversation> = fc
  .record({
    channel: fc.constantFrom("web_chat", "email", "whatsapp", "phone"),
    steps: fc.array(
      fc.tuple(
        fc.constantFrom(
          "customer",
          "thanks",
          "ai",
          "human",
          "handoff",
          "handed_back",
          "abandoned",
          "closed",
          "rating",
          "ask",
          "notice",
        ),
        fc.integer({ min: 0, max: 6000 }),
      ),
      { minLength: 1, maxLength: 14 },
    ),
  })
  .map(({ channel, steps }) => build(channel, steps));

const build = (channel: string, steps: [string, number][]): Conversation => {
  let minutes = 0;
  const base = conversation([], { channel, createdAt: at("10:00") });
  const place: Record<string, (time: string, id: string) => void> = {
    customer: (time, id) => base.messages.push(customer(time, "It fails", { id })),
    thanks: (time, id) => base.messages.push(customer(time, "Thanks!", { id })),
    ai: (time, id) => base.messages.push(ai(time, "Try this", { id })),
    human: (time, id) => base.messages.push(human(time, "Looking", { id })),
    handoff: (time, id) => base.handoffs.push(handoff(time, { id })),
    handed_back: (time) => base.events.push(event(time, "handed_back")),
    abandoned: (time) => base.events.push(event(time, "abandoned")),
    ask: (time) => base.events.push(event(time, "ask_human")),
    notice: (time, id) => base.messages.push(ai(time, "I connect you", { id, kind: "transfer_notice" })),
    closed: (time) => base.events.push(closed(time)),
    rating: (time, id) => base.ratings.push(rating(time, (Number(id) % 5) + 1, { id })),
  };
  for (const [i, [what, gap]] of steps.entries()) {
    minutes += gap;
    place[what]?.(new Date(at("10:00").getTime() + minutes * 60_000).toISOString(), `${i}`);
  }
  return base;
};

const instant = fc
  .integer({ min: 0, max: 90_000 })
  .map((minutes) => new Date(at("10:00").getTime() + minutes * 60_000));

/** What may grow while a customer waits is left out; everything else is a verdict. */
const verdicts = ({ episodes, handoffs, ratings, findings }: Assessment) => ({
  episodes: episodes.map(({ ask, ...one }) => ({
    ...one,
    ask: ask?.outcome === "waiting" ? { ...ask, waitSeconds: 0, waitBusinessSeconds: 0 } : ask,
  })),
  ratings,
  findings,
  handoffs: handoffs.map((one) =>
    one.outcome === "waiting" ? { ...one, waitSeconds: 0, waitBusinessSeconds: 0, straddlesClosing: false } : one,
  ),
});

test("between now and reassessAt time alone changes no verdict", () => {
  fc.assert(
    fc.property(anyConversation, instant, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (input, after, share) => {
      const lastAt = Math.max(
        ...[...input.messages, ...input.handoffs, ...input.events, ...input.ratings].map(({ at: time }) =>
          time.getTime(),
        ),
      );
      const now = new Date(Math.max(after.getTime(), lastAt));
      const first = assess(input, noHistory, { now, calendarOf });
      const until = first.reassessAt?.getTime() ?? now.getTime() + 400 * 86_400_000;
      expect(until).toBeGreaterThan(now.getTime());
      const later = new Date(Math.floor(now.getTime() + (until - now.getTime()) * share));
      expect(verdicts(assess(input, noHistory, { now: later, calendarOf }))).toEqual(verdicts(first));
    }),
    { numRuns: 400 },
  );
});

test("whatever the conversation: nothing ends before it began, only open episodes wait, one rating a segment counts", () => {
  fc.assert(
    fc.property(anyConversation, instant, (input, now) => {
      const { episodes, handoffs, ratings } = assess(input, noHistory, { now, calendarOf });
      expect(episodes.length).toBeGreaterThan(0);
      for (const { startedAt, endedAt } of episodes) {
        if (endedAt) expect(endedAt.getTime()).toBeGreaterThanOrEqual(startedAt.getTime());
      }
      for (const one of handoffs) {
        expect(one.waitSeconds).toBeGreaterThanOrEqual(0);
        expect(one.waitBusinessSeconds).toBeLessThanOrEqual(one.waitSeconds + 1e-6);
        expect(episodes[one.episode]?.executedHandoffs).toBeGreaterThan(0);
        if (one.outcome === "waiting") expect(episodes[one.episode]?.endedAt).toBeNull();
        if (one.outcome === "answered") expect(episodes[one.episode]?.resolution).not.toBe("unanswered");
      }
      const counted = ratings.filter(({ counts }) => counts).map(({ episode }) => episode);
      expect(new Set(counted).size).toBe(counted.length);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["Thanks a lot!", true],
  ["ok great, thank you 🙏", true],
  ["Vielen Dank", true],
  ["No thanks", true],
  ["No", false],
  ["Yes!", false],
  ["Again…", false],
  ["Thanks, but it still fails", false],
  ["Thank you. Where is the invoice?", false],
  ["4471", false],
])("%s is a courtesy: %s", (text, expected) => {
  expect(isCourtesy(text)).toBe(expected);
});

test.each([
  [4, 1, 5, true],
  [3, 1, 5, false],
  [6, 1, 7, true],
  [8, 1, 10, false],
  [9, 0, 10, true],
  [1, 0, 1, true],
  [0, 0, 1, false],
])("%i on %i–%i is satisfied: %s", (score, min, max, expected) => {
  expect(isSatisfied({ score, scaleMin: min, scaleMax: max })).toBe(expected);
});
