import { expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { CHAT_WAIT } from "./effects.ts";
import { PLANTED } from "./story.ts";

type Chat = { t: number; isAnswered: boolean };

/** A chat as the generator makes it: who leaves without a word is known to be gone when the chat is closed. */
const chats = (factor: number, n: number): Chat[] => {
  const random = randomOf("waits", factor);
  return Array.from({ length: n }, () => {
    const need = CHAT_WAIT.least + random.logNormal(CHAT_WAIT.median * factor, 0.75);
    const patience = random.exponential(28 * 60);
    const closes = random.chance(PLANTED.silentLeaving.share) ? random.between(2, 20) * 60 : 0;
    return need <= patience ? { t: need, isAnswered: true } : { t: patience + closes, isAnswered: false };
  });
};

/** Kaplan and Meier's median, as the metric counts it. */
const median = (all: Chat[]): number => {
  let [left, stays] = [all.length, 1];
  for (const { t, isAnswered } of all.toSorted((a, b) => a.t - b.t)) {
    if (isAnswered) stays *= 1 - 1 / left;
    left--;
    if (stays <= 0.5) return t;
  }
  return Number.POSITIVE_INFINITY;
};

test.each([
  ["in the staffing hole", PLANTED.staffingHole.waitFactor, CHAT_WAIT.seen.hole],
  ["in an ordinary hour", 1, CHAT_WAIT.seen.ordinary],
])("the median wait %s is what a million chats show", (_, factor, seen) => {
  expect(Math.abs(median(chats(factor, 1_000_000)) / seen - 1)).toBeLessThan(0.01);
});
