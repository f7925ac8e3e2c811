import { namedBeside } from "./introduction/named.ts";
import { namesIn } from "./introduction/names.ts";
import { sharedWith } from "./introduction/shared.ts";
import type { Hit } from "./reading/phrase-index.ts";
import type { Mark, Scanner, Turn } from "./scanner.ts";

const KEY = "introduction";

/** How a person begins after the handoff: warm by what went before (`warm_prior`) or by this customer's own case
 * (`warm_issue`), cold with an offer of help from zero, or neither. Beside that the three parts of a warm beginning, and
 * whose names are said. */
export const introduction: Scanner = {
  key: KEY,
  name: "Introduction",
  version: "2",
  acceptedFrom: 0.5,
  says: {
    "cold.": "The agent begins from zero, as if nothing had been said.",
    "warm.prior": "The agent shows knowledge of what went before.",
    "warm.issue": "The agent names this customer’s own case.",
    "neutral.": "The agent begins neither warm nor cold.",
    "part.uses_context": "The agent uses what was said before.",
    "part.shows_competence": "The agent shows to have prepared or done something.",
    "part.moves_on": "The agent moves towards a solution.",
    "part.names_customer": "The agent says the customer’s name.",
    "part.names_agent": "The agent says their own name.",
  },
  looksAt: ({ id }, { handoffs }) => handoffs.some(({ firstReplyMessageId }) => firstReplyMessageId === id),
  inTurn: (turn, before) => {
    if (turn.role !== "human" || turn.text.trim() === "") return [];
    const hits = turn.reading.hits(KEY);
    const kind = kindOf(turn, before, hits);
    return [kind, ...partsOf(hits, kind), ...namesIn(turn.text)];
  },
};

/** A beginning that shares so much with what the customer wrote speaks of their case. */
const SHARED_WORDS = 2;

const kindOf = (turn: Turn, before: () => Turn[], hits: Hit[]): Mark => {
  const first = (label: string) => hits.find(({ phrase }) => phrase.label === label);
  const [prior, issue, cold] = [first("warm_prior"), first("warm_issue"), first("cold_open")];
  if (prior) return markOf(prior);
  if (issue) return markOf(issue);
  const named = namedIn(turn, hits);
  if (named) return named;
  const shared = sharedWith(turn, before());
  if (shared && shared.words >= SHARED_WORDS && !cold) {
    return { rule: "warm.issue.shared", label: "warm_issue", start: shared.start, end: shared.end, confidence: 0.6 };
  }
  if (cold) return markOf(cold);
  return { rule: "neutral.other", label: "neutral", start: 0, end: turn.text.length, confidence: 0.6 };
};

const namedIn = (turn: Turn, hits: Hit[]): Mark | null => {
  for (const hit of hits) {
    const named = hit.phrase.label === "opens_issue" ? namedBeside(turn, hit) : null;
    const { confidence } = hit.phrase;
    if (named) return { rule: "warm.issue.named", label: "warm_issue", ...named, confidence };
  }
  return null;
};

const partsOf = (hits: Hit[], kind: Mark): Mark[] => {
  const parts = hits
    .filter(({ phrase }) => phrase.rule.startsWith("part."))
    .map(markOf)
    .concat(usesOf(kind));
  return [...Map.groupBy(parts, ({ label }) => label).values()].flatMap(([mark]) => mark ?? []);
};

/** Who names what went before, or the case, uses what was said. */
const usesOf = (kind: Mark): Mark[] =>
  kind.label.startsWith("warm_") ? [{ ...kind, rule: "part.uses_context", label: "uses_context" }] : [];

const markOf = ({ phrase: { rule, label, confidence }, start, end }: Hit): Mark => ({
  rule,
  label,
  start,
  end,
  confidence,
});
