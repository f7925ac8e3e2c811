import type { Mood } from "./lexicon/en/solution-words.ts";
import type { Mark, Scanner, Talk, Turn } from "./scanner.ts";
import { leadsOf, linksOf } from "./solutions/links.ts";
import { sameStep, sameWords } from "./solutions/same.ts";
import { type ReadSentence, stepsIn } from "./solutions/steps.ts";

const KEY = "repeated_solution";

/** So many of the first replies after the handoff are looked at. */
const FIRST_REPLIES = 3;

/** A person proposes what the AI already proposed: the same step, the same link or article, or the same advice in other
 * words. Asking for the same data again is none, nor is speaking of what was tried. Nothing found in an episode whose
 * language has no pack means that nothing is known. */
export const repeatedSolution: Scanner = {
  key: KEY,
  name: "Repeated solution",
  version: "1",
  acceptedFrom: 0.5,
  says: {
    "": "The agent proposes what the AI had already tried.",
    "step.": "The agent proposes a step that the AI had already proposed.",
    "link.": "The agent sends the link that the AI had already given.",
    "words.": "The agent gives the advice that the AI had already given.",
  },
  looksAt: (turn, talk) => isReply(turn, talk) && isAmongFirst(turn, talk),
  inTurn: (turn, asTold) => {
    if (turn.role !== "human" || !turn.isPublic) return [];
    const before = asTold();
    const earlier = proposersIn(before);
    if (earlier.length === 0) return [];
    const later = stepsIn(turn.reading, KEY);
    const steps = repeatedSteps(later, earlier);
    const found = steps.length > 0 ? steps : repeatedWords(later, earlier);
    return [...found, ...repeatedLinks(turn, later, earlier)].map((mark) => lessIfUntried(mark, before));
  },
};

const isReply = ({ role, isPublic, automated, kind, at }: Turn, { handoffs: [handoff] }: Talk): boolean =>
  role === "human" && isPublic && !automated && kind !== "auto_reply" && !!handoff && at !== null && at >= handoff.at;

const isAmongFirst = (turn: Turn, talk: Talk): boolean => {
  let replies = 0;
  for (const other of talk.turns) {
    if (other === turn) return talk.turns.some(({ role }) => role === "ai");
    if (isReply(other, talk)) replies += 1;
    if (replies === FIRST_REPLIES) return false;
  }
  return false;
};

type Earlier = { turn: Turn; sentences: ReadSentence[] };
type Repeated = Mark & { earlier: string };

/** Latest first: the AI's messages, or another agent's where no AI spoke. */
const proposersIn = (before: Turn[]): Earlier[] => {
  const spoken = before.filter(({ isPublic, kind }) => isPublic && kind !== "transfer_notice" && kind !== "greeting");
  const byAi = spoken.filter(({ role }) => role === "ai");
  const proposers = byAi.length > 0 ? byAi : spoken.filter(({ role }) => role === "human");
  return proposers
    .slice(-MOST_PROPOSERS)
    .reverse()
    .map((turn) => ({ turn, sentences: stepsIn(turn.reading, KEY) }));
};

/** The AI's last messages that are looked at; who answered more often than that did not propose each time. */
const MOST_PROPOSERS = 40;

/** How sure a proposal is by how it is put; only asked whether it was done, it is shown and does not count. */
const CONFIDENCE: Record<Mood, number> = { told: 0.9, tried: 0.8, asked: 0.4, known: 0 };

const repeatedSteps = (later: ReadSentence[], earlier: Earlier[]): Repeated[] => {
  const marks = later.flatMap(({ steps }) =>
    steps.flatMap((step): Repeated[] => {
      for (const { turn, sentences } of earlier) {
        const before = sentences.flatMap((sentence) => sentence.steps);
        const same = Math.max(0, ...before.map((one) => sameStep(step, one)));
        const confidence = CONFIDENCE[step.mood] * same;
        if (confidence > 0) return [markOf(`step.${step.code}`, step, confidence, turn)];
      }
      return [];
    }),
  );
  return surestOfEach(marks);
};

const surestOfEach = (marks: Repeated[]): Repeated[] =>
  [...Map.groupBy(marks, ({ rule }) => rule).values()].flatMap(
    (some) => some.toSorted((a, b) => b.confidence - a.confidence)[0] ?? [],
  );

const repeatedWords = (later: ReadSentence[], earlier: Earlier[]): Repeated[] => {
  const marks = later
    .filter(({ isAside, steps }) => !isAside && !steps.some(({ mood }) => mood === "known"))
    .flatMap((sentence): Repeated[] => {
      for (const { turn, sentences } of earlier) {
        const before = sentences.filter(({ isAside }) => !isAside);
        const confidence = Math.max(0, ...before.map((one) => sameWords(sentence, one)));
        if (confidence > 0) return [markOf("words.same", sentence, confidence, turn)];
      }
      return [];
    });
  return surestOfEach(marks);
};

const repeatedLinks = (turn: Turn, later: ReadSentence[], earlier: Earlier[]): Repeated[] =>
  linksOf(turn.text)
    .slice(0, MOST_LINKS)
    .flatMap((link): Repeated[] => {
      const from = earlier.find((one) => leadsOf(one.turn).has(link.key));
      const around = later.find(({ start, end }) => start <= link.start && link.end <= end + 1);
      return from && !around?.isRequest ? [markOf("link.same", link, 0.85, from.turn)] : [];
    })
    .slice(0, 1);

const MOST_LINKS = 20;

const markOf = (rule: string, { start, end }: { start: number; end: number }, confidence: number, turn: Turn) => ({
  ...{ rule, label: "same_solution", start, end, confidence, earlier: turn.id },
});

/** Where the customer asked how, or has yet to try, saying it again can be the help that was asked for. */
const lessIfUntried = (mark: Repeated, before: Turn[]): Mark => {
  const since = before.slice(before.findIndex(({ id }) => id === mark.earlier) + 1);
  const isUntried = since.some(
    ({ role, reading }) => role === "customer" && reading.hits(KEY).some(({ phrase }) => phrase.label === "not_tried"),
  );
  return isUntried ? { ...mark, confidence: mark.confidence / 2 } : mark;
};
