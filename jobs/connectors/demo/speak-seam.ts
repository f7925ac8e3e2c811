import type { Fact, Turn } from "#lib/demo/fact.ts";
import type { Random } from "#lib/random.ts";
import { SEAM_WORDS } from "./seam-words.ts";
import { AGAIN } from "./topics-again.ts";
import { GERMAN_SEAM } from "./words-de.ts";

type Speaks = (fact: Fact, random: Random, answer: number) => string;

/** What is said where the AI hands over and a person begins, with its slots. `answer`: which of the topic's answers the AI
 * gave first. */
export const SEAM_LINES: Partial<Record<Turn["says"], Speaks>> = {
  notice: (fact, random) => (fact.language === "de" ? germanNotice(fact, random) : notice(fact, random)),
  first_reply: (fact, random) =>
    random.pick(fact.language === "de" ? germanReplies(random) : SEAM_WORDS[repliesOf(fact, random)]),
  asks_again: ({ seam }, random) => random.pick(SEAM_WORDS.asks[seam?.asksFor ?? "issue"]),
  again: ({ topic }, random, answer) => random.pick(AGAIN[topic].again[answer] ?? []),
};

const germanNotice = ({ handoff }: Fact, random: Random): string =>
  random.pick(handoff?.promisedSeconds ? GERMAN_SEAM.noticesWithPromise : GERMAN_SEAM.notices);

const germanReplies = (random: Random) =>
  GERMAN_SEAM.firstReplies[random.weighted({ cold: 0.38, neutral: 0.37, warm: 0.25 })];

/** Who was handed over by nobody was announced, or comes as if so. */
const notice = ({ seam, handoff }: Fact, random: Random): string => {
  if (seam === null) return random.pick(SEAM_WORDS.transfer);
  const isWaitSaid = seam.waitSaid && handoff?.promisedSeconds != null;
  const isVague = !isWaitSaid && random.chance(0.4);
  return [
    random.pick(SEAM_WORDS[seam.transferSaid ? "transfer" : "noTransfer"]),
    ...(seam.noRepeatSaid ? [random.pick(SEAM_WORDS.noRepeat)] : []),
    ...(isWaitSaid ? [random.pick(SEAM_WORDS.wait)] : []),
    ...(isVague ? [random.pick(SEAM_WORDS.vague)] : []),
  ].join(" ");
};

/** Where no AI handed over nobody can know what went before. */
const repliesOf = ({ seam, turns }: Fact, random: Random) => {
  if (seam === null) return random.pick(["neutral", "cold", "coldAsking"] as const);
  const asks = seam.asksFor === "issue" && turns.some(({ says }) => says === "asks_again");
  return seam.introduction === "cold" && asks ? "coldAsking" : seam.introduction;
};

const SPEAKS_AGAIN: Turn["says"][] = ["detail", "near_miss", "repetition"];

/** What a customer gives beside their own words: to the AI with the opening, and once more to the person. */
export const givenWith = ({ seam }: Fact, { says }: Turn, line: string, random: Random): string => {
  if (!seam?.given) return line;
  const isGivenAlready = line.includes(`{${seam.given}}`);
  if (says === "opening" && !isGivenAlready) return `${line} ${random.pick(SEAM_WORDS.gives[seam.given])}`;
  if (SPEAKS_AGAIN.includes(says) && seam.resends) return `${line} ${random.pick(SEAM_WORDS.resends[seam.given])}`;
  return line;
};
