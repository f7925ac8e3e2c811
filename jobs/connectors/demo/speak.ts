import type { Fact, Turn } from "#lib/demo/fact.ts";
import type { Random } from "#lib/random.ts";
import { NEAR_MISSES, REPETITIONS } from "./repetition.ts";
import type { Words } from "./words.ts";
import { GERMAN } from "./words-de.ts";
import { ENGLISH } from "./words-en.ts";

const FIRST_NAMES =
  "Anna Ben Carla David Emma Felix Hannah Jonas Katrin Lars Maria Nils Olga Peter Rosa Stefan Tanja Uwe Vera Yusuf Clara Moritz Elif Marek Sonja Till Aylin Georg".split(
    " ",
  );
const LAST_NAMES =
  "Becker Schulz Hoffmann Koch Richter Klein Wolf Neumann Schwarz Braun Krüger Hartmann Lange Werner Krause Lehmann Köhler Maier Huber Kaiser Fuchs Peters Scholz Möller Yilmaz Novak Rossi".split(
    " ",
  );
const TITLES = [
  "The Lighthouse Keeper's Year",
  "Salt and Paper",
  "A Short History of Rain",
  "The Cartographer's Sister",
  "Nine Kitchens",
  "Winter Ledger",
  "The Quiet Orchard",
  "Letters to a Bridge",
  "Small Engines",
  "The Glass Station",
];
const CITIES = "Berlin Hamburg Leipzig Köln Dresden Bremen Kassel Mainz Erfurt Rostock Freiburg Ulm".split(" ");
const DAYS = "Monday Tuesday Wednesday Thursday Friday".split(" ");

/** What one conversation is about, for the slots of its lines. */
export type Slots = Record<
  "title" | "order" | "city" | "day" | "sum" | "agent" | "name" | "detail" | "minutes",
  string
> & { fullName: string };

export const slotsOf = (fact: Fact, random: Random): Slots => {
  const firstName = random.pick(FIRST_NAMES);
  return {
    name: firstName,
    fullName: `${firstName} ${random.pick(LAST_NAMES)}`,
    title: random.pick(TITLES),
    order: `M-${random.whole(410_000, 869_999)}`,
    city: random.pick(CITIES),
    day: random.pick(DAYS),
    sum: `${random.whole(9, 89)}.${random.pick(["00", "50", "90", "99"])} €`,
    agent: fact.agent.split(" ")[0] ?? fact.agent,
    detail: "",
    minutes: String(Math.round((fact.handoff?.promisedSeconds ?? 0) / 60)),
  };
};

const fill = (line: string, slots: Slots): string =>
  line.replaceAll(/\{(\w+)\}/g, (_, slot: keyof Slots) => slots[slot] ?? "");

export const wordsOf = ({ language }: Fact): Words => (language === "de" ? GERMAN : ENGLISH);

/** The words of one turn. */
export const speak = (fact: Fact, { says }: Turn, slots: Slots, random: Random): string => {
  const words = wordsOf(fact);
  const topic = words.topics[fact.topic];
  const lines: Record<Turn["says"], readonly string[]> = {
    opening: topic.openings,
    answer: topic.answers,
    more: topic.more,
    second_answer: topic.secondAnswers,
    ask_person: words.askPerson,
    notice: fact.handoff?.promisedSeconds ? words.noticesWithPromise : words.notices,
    thanks: words.thanks,
    first_reply: words.firstReplies[random.weighted({ cold: 0.38, neutral: 0.37, warm: 0.25 })],
    repetition: REPETITIONS,
    near_miss: fact.language === "de" ? words.details : NEAR_MISSES,
    detail: words.details,
    solution: topic.solutions,
    return: words.returns,
    return_reply: words.returnReplies,
  };
  const detail = fill(random.pick(topic.details), slots);
  return fill(random.pick(lines[says]), { ...slots, detail });
};
