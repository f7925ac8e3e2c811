import { readerFor } from "#lib/scanners/lexicon/packs.ts";
import { isCounted } from "#lib/scanners/registry.ts";
import {
  type Episode,
  type Finding,
  type Handoff,
  type Introduction,
  TRIGGER_FAMILIES,
  type TriggerFamily,
} from "../assessed.ts";

/** What should come along with a handoff, in the order in which it is listed, as its scanner labels it. */
const CONTEXT_PARTS = ["history", "ai_assessment", "attempted_solutions", "customer_context", "next_steps"] as const;
type ContextPart = (typeof CONTEXT_PARTS)[number];

/** What the findings mean for the first handoff of an episode. */
export type Seam = {
  /** Its language has a pack; everything below is null where it has none. */
  isScanned: boolean;
  /** Null = nobody answered, or a person stepped in unasked. */
  introduction: Introduction | null;
  /** How many of the three parts of a warm introduction it has: context, competence, the next step; null as above. */
  warmParts: number | null;
  /** What the customer was told when they were handed over; null = a person stepped in unasked. */
  transferSaid: boolean | null;
  noRepeatSaid: boolean | null;
  waitGiven: boolean | null;
  /** The person proposed what the AI had; null = nobody answered, or the AI had said nothing of substance before. */
  solutionRepeated: boolean | null;
  /** What was passed on to the person; null = the source does not tell. */
  context: Record<ContextPart, boolean | null>;
  /** Why it was handed over, as the words say; null = they say nothing. */
  readFamily: TriggerFamily | null;
  readCode: string | null;
  /** Whether that is the family that was declared; null = nothing was declared, or nothing read. */
  triggerAgrees: boolean | null;
};

/** Whether a customer had to say things again in an episode: said so (R1), gave again what was given to the AI (R2), was
 * asked for it again (R3). Definitions 2.9. */
export type Repetition = { explicit: boolean; resent: boolean; askedAgain: boolean };

/** What the findings of an episode say of repetition; null = its language is not read. */
export const repetitionOf = (findings: readonly Finding[], language: string | null): Repetition | null => {
  if (readerFor(language) === null) return null;
  const rules = findings
    .filter((one) => one.scanner === "context_repetition" && isCounted(one))
    .map(({ rule }) => rule);
  const has = (type: string) => rules.some((rule) => rule.startsWith(type));
  return { explicit: has("R1."), resent: has("R2."), askedAgain: has("R3.") };
};

type Around = {
  episode: Pick<Episode, "segment" | "tags">;
  language: string | null;
  /** Whether the source told what was passed on with this handoff, were it nothing. */
  hasPacket: boolean;
  /** All of its episode. */
  findings: readonly Finding[];
};

/** What the findings of an episode mean for its first handoff; null for a later one, and where the AI took no part, as when
 * it was down: there is no seam then. */
export const seamOf = (handoff: Handoff, { episode, language, hasPacket, findings }: Around): Seam | null => {
  if (handoff.ordinal !== 1 || episode.segment !== "handoff") return null;
  if (readerFor(language) === null) return NOT_SCANNED;
  const counted = findings.filter(isCounted);
  const of = (scanner: string) => counted.filter((one) => one.scanner === scanner);
  const { readFamily, readCode } = triggerIn(of("escalation_trigger"));
  const isDeclared = handoff.family !== "unknown";
  return {
    isScanned: true,
    ...introductionIn(of("introduction"), handoff),
    ...expectationIn(of("expectation"), handoff),
    solutionRepeated: solutionIn(of("repeated_solution"), handoff, episode),
    context: handoff.isTakeover ? NOT_TOLD : contextIn(of("context_passed"), hasPacket),
    readFamily,
    readCode,
    triggerAgrees: isDeclared && readFamily ? handoff.family === readFamily : null,
  };
};

const NOT_TOLD: Seam["context"] = {
  history: null,
  ai_assessment: null,
  attempted_solutions: null,
  customer_context: null,
  next_steps: null,
};

const NOT_SCANNED: Seam = {
  isScanned: false,
  introduction: null,
  warmParts: null,
  transferSaid: null,
  noRepeatSaid: null,
  waitGiven: null,
  solutionRepeated: null,
  context: NOT_TOLD,
  readFamily: null,
  readCode: null,
  triggerAgrees: null,
};

const has = (findings: readonly Finding[], label: string): boolean => findings.some((one) => one.label === label);

const KINDS: Record<string, Introduction> = {
  warm_prior: "warm",
  warm_issue: "warm",
  neutral: "neutral",
  cold_open: "cold",
};
const PARTS = ["uses_context", "shows_competence", "moves_on"];

const isMet = ({ outcome, isTakeover }: Handoff): boolean => outcome === "answered" && !isTakeover;

const introductionIn = (findings: readonly Finding[], handoff: Handoff) => {
  const kinds = findings.filter(({ label }) => KINDS[label] !== undefined);
  const surest = kinds.toSorted((a, b) => b.confidence - a.confidence)[0];
  const introduction = (isMet(handoff) && surest && KINDS[surest.label]) || null;
  return { introduction, warmParts: introduction && PARTS.filter((part) => has(findings, part)).length };
};

/** A wait that the source itself announced was given, whatever the words. */
const expectationIn = (findings: readonly Finding[], { isTakeover, promisedWaitSeconds }: Handoff) =>
  isTakeover
    ? { transferSaid: null, noRepeatSaid: null, waitGiven: null }
    : {
        transferSaid: has(findings, "ack_transfer"),
        noRepeatSaid: has(findings, "no_repeat"),
        waitGiven: has(findings, "wait_estimate") || promisedWaitSeconds !== null,
      };

const solutionIn = (findings: readonly Finding[], handoff: Handoff, { tags }: Pick<Episode, "tags">) => {
  if (!isMet(handoff)) return null;
  if (has(findings, "same_solution")) return true;
  return tags.includes("no_attempt") ? null : false;
};

/** A packet or a note tells of all five parts, a field of itself only. */
const contextIn = (findings: readonly Finding[], hasPacket: boolean): Seam["context"] => {
  const isTold = hasPacket || findings.some(({ rule }) => rule.startsWith("packet.") || rule.startsWith("note."));
  const part = (label: ContextPart) => has(findings, label) || (isTold ? false : null);
  return {
    history: part("history"),
    ai_assessment: part("ai_assessment"),
    attempted_solutions: part("attempted_solutions"),
    customer_context: part("customer_context"),
    next_steps: part("next_steps"),
  };
};

const triggerIn = (findings: readonly Finding[]): Pick<Seam, "readFamily" | "readCode"> => {
  const primary = findings.find(({ rule }) => rule.endsWith(".primary"));
  const family = TRIGGER_FAMILIES.find((one) => one !== "unknown" && one === primary?.rule.split(".")[0]);
  return { readFamily: family ?? null, readCode: (family && primary?.label) ?? null };
};
