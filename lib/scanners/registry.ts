import type { Finding } from "#lib/conversation/assessed.ts";
import { brokenHandoff } from "./broken-handoff.ts";
import { contextPassed } from "./context-passed.ts";
import { contextRepetition } from "./context-repetition.ts";
import { escalationTrigger } from "./escalation-trigger.ts";
import { expectation } from "./expectation.ts";
import { humanAsk } from "./human-ask.ts";
import { introduction } from "./introduction.ts";
import { queueExperience } from "./queue-experience.ts";
import { repeatedSolution } from "./repeated-solution.ts";
import type { Scanner, Talk } from "./scanner.ts";
import { sentiment } from "./sentiment.ts";

/** The one list of scanners. */
export const SCANNERS: Scanner[] = [
  contextRepetition,
  introduction,
  expectation,
  queueExperience,
  repeatedSolution,
  humanAsk,
  sentiment,
  escalationTrigger,
  brokenHandoff,
  contextPassed,
];

const ACCEPTED_FROM = new Map(SCANNERS.map(({ key, acceptedFrom }) => [key, acceptedFrom]));

/** Whether a finding is sure enough to count, as its scanner says. */
export const isCounted = ({ scanner, confidence }: Pick<Finding, "scanner" | "confidence">): boolean =>
  confidence >= (ACCEPTED_FROM.get(scanner) ?? Number.POSITIVE_INFINITY);

/** Everything all scanners find in an episode, in the order of its turns and of the list. */
export const scanEpisode = (talk: Talk): Finding[] => SCANNERS.flatMap((scanner) => scanBy(scanner, talk));

/** What one scanner finds in an episode. */
export const scanBy = ({ key, version, inTurn, looksAt, inEpisode }: Scanner, talk: Talk): Finding[] => {
  const common = { scanner: key, version, episode: talk.index };
  const inTurns = talk.turns.flatMap((turn, i) => {
    if (!inTurn || (looksAt && !looksAt(turn, talk))) return [];
    return inTurn(turn, () => talk.turns.slice(0, i)).map((mark) => ({
      ...asFinding(mark),
      ...common,
      messageId: turn.id,
    }));
  });
  const overall = (inEpisode?.(talk) ?? []).map(({ turn, ...mark }) => ({
    ...asFinding(mark),
    ...common,
    messageId: turn,
    start: mark.start ?? 0,
    end: mark.end ?? 0,
  }));
  return once([...inTurns, ...overall]);
};

/** A rule finds a place once, and a fact without a place once in an episode. */
const once = (findings: Finding[]): Finding[] => {
  const seen = new Set<string>();
  return findings.filter(({ messageId, rule, start }) => {
    const place = JSON.stringify([messageId, rule, start]);
    return !seen.has(place) && seen.add(place);
  });
};

type Loose = { rule: string; label: string; confidence: number; start?: number; end?: number } & {
  earlier?: string;
  value?: number;
  evidence?: string;
};

const asFinding = ({ rule, label, confidence, start, end, earlier, value, evidence }: Loose) => ({
  ...{ rule, label, confidence, start: start ?? 0, end: end ?? 0 },
  ...{ earlier: earlier ?? null, value: value ?? null, evidence: evidence ?? null },
});
