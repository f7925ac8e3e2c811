import type { Fact, Turn } from "#lib/demo/fact.ts";
import type { Random } from "#lib/random.ts";
import { NEAR_MISSES, REPETITIONS } from "./repetition.ts";
import { givenWith, SEAM_LINES } from "./speak-seam.ts";
import { AGAIN } from "./topics-again.ts";
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
  "title" | "order" | "city" | "day" | "sum" | "agent" | "name" | "detail" | "issue" | "minutes" | "email",
  string
> & { fullName: string /** Which of the topic's answers the AI gives first. */; answer: number };

export const slotsOf = (fact: Fact, random: Random): Slots => {
  const [firstName, lastName] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  return {
    name: firstName,
    fullName: `${firstName} ${lastName}`,
    email: `${firstName}.${lastName}`.toLowerCase().replaceAll("ü", "ue").replaceAll("ö", "oe").concat("@post.example"),
    title: random.pick(TITLES),
    order: `M-${random.whole(410_000, 869_999)}`,
    city: random.pick(CITIES),
    day: random.pick(DAYS),
    sum: `${random.whole(9, 89)}.${random.pick(["00", "50", "90", "99"])} €`,
    agent: fact.agent.split(" ")[0] ?? fact.agent,
    detail: "",
    issue: "",
    answer: random.whole(0, wordsOf(fact).topics[fact.topic].answers.length - 1),
    minutes: String(Math.round((fact.handoff?.promisedSeconds ?? 0) / 60)),
  };
};

const fill = (line: string, slots: Slots): string =>
  line.replaceAll(/\{(\w+)\}/g, (_, slot: keyof Slots) => String(slots[slot] ?? ""));

export const wordsOf = ({ language }: Fact): Words => (language === "de" ? GERMAN : ENGLISH);

/** The words of one turn. */
export const speak = (fact: Fact, turn: Turn, slots: Slots, random: Random): string => {
  const detail = fill(random.pick(wordsOf(fact).topics[fact.topic].details), slots);
  const issue = random.pick(AGAIN[fact.topic].issues);
  const line = lineOf(fact, turn, slots, random);
  return fill(givenWith(fact, turn, line, random), { ...slots, detail, issue });
};

const lineOf = (fact: Fact, { says }: Turn, { answer }: Slots, random: Random): string => {
  const atSeam = SEAM_LINES[says];
  if (atSeam) return atSeam(fact, random, answer);
  if (says === "answer") return wordsOf(fact).topics[fact.topic].answers[answer] ?? "";
  return random.pick(linesOf(fact)[says] ?? []);
};

const linesOf = (fact: Fact): Partial<Record<Turn["says"], readonly string[]>> => {
  const words = wordsOf(fact);
  const topic = words.topics[fact.topic];
  return {
    opening: topic.openings,
    more: topic.more,
    second_answer: topic.secondAnswers,
    ask_person: words.askPerson,
    thanks: words.thanks,
    repetition: REPETITIONS,
    near_miss: fact.language === "de" ? words.details : NEAR_MISSES,
    detail: words.details,
    solution: topic.solutions,
    return: words.returns,
    return_reply: words.returnReplies,
  };
};
