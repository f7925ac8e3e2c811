import type { EpisodeMark, Scanner, Talk, Turn } from "./scanner.ts";

const KEY = "context_passed";

/** Which of the five things a person should get with a handoff they were given: the conversation so far, what the AI makes
 * of it, what was tried, who the customer is, what to do next. From the packet of the handoff, from notes around it, and
 * from the fields of the conversation; what is only not told is not found. */
export const contextPassed: Scanner = {
  key: KEY,
  name: "Context passed on",
  version: "1",
  acceptedFrom: 0.5,
  says: {
    "packet.": "Passed on with the handoff.",
    "note.": "Passed on in a note.",
    "field.": "To be seen in the conversation itself.",
  },
  inEpisode: (talk) => {
    const found = [...fromPacket(talk), ...fromNotes(talk), ...fromFields(talk)];
    return [...Map.groupBy(found, ({ label }) => label).values()].flatMap(([surest]) => surest ?? []);
  },
};

const said = (rule: string, label: string, evidence: string): EpisodeMark => ({
  ...{ turn: null, rule, label, confidence: 1, evidence },
});

const fromPacket = ({ handoffs: [handoff] }: Talk): EpisodeMark[] => {
  const context = handoff?.declared?.context;
  if (!context) return [];
  const { summary, attempted, suggestedNextSteps } = context;
  return [
    ...(summary ? [said("packet.summary", "ai_assessment", summary)] : []),
    ...(attempted.length > 0 ? [said("packet.attempted", "attempted_solutions", attempted.join("; "))] : []),
    ...(suggestedNextSteps.length > 0 ? [said("packet.next", "next_steps", suggestedNextSteps.join("; "))] : []),
  ];
};

/** Notes are written a little before the handoff or until the person has answered. */
const BEFORE_MS = 300_000;

const fromNotes = ({ turns, handoffs: [handoff] }: Talk): EpisodeMark[] => {
  if (!handoff) return [];
  const from = handoff.at.getTime() - BEFORE_MS;
  const until = (handoff.firstReplyAt ?? handoff.waitEndedAt)?.getTime() ?? Number.POSITIVE_INFINITY;
  const isAround = ({ at }: Turn) => at !== null && at.getTime() >= from && at.getTime() <= until;
  return turns
    .filter((turn) => !turn.isPublic && isAround(turn))
    .flatMap((turn) =>
      turn.reading.hits(KEY).map(({ phrase: { rule, label, confidence }, start, end }) => ({
        ...{ turn: turn.id, rule, label, confidence, start, end },
      })),
    );
};

const fromFields = ({ turns, handoffs: [handoff], conversation: { customer } }: Talk): EpisodeMark[] => {
  if (!handoff) return [];
  const before = turns.filter(({ isPublic, at }) => isPublic && at !== null && at < handoff.at).length;
  const known = [customer?.plan && `plan ${customer.plan}`, ...Object.keys(customer?.attributes ?? {})].filter(Boolean);
  return [
    ...(before > 0 ? [said("field.thread", "history", `${before} messages in the same conversation`)] : []),
    ...(known.length > 0 ? [said("field.customer", "customer_context", known.join(", "))] : []),
  ];
};
