import type { Defect, Provenance, Rating, Trigger } from "./types.ts";

export const SEGMENTS = ["ai_only", "handoff", "human_only", "other"] as const;
export type Segment = (typeof SEGMENTS)[number];

export const WAIT_OUTCOMES = ["answered", "left", "closed_unanswered", "handed_back", "waiting"] as const;
export type WaitOutcome = (typeof WAIT_OUTCOMES)[number];

export const INITIATORS = ["customer", "ai", "rule", "human_takeover", "operational"] as const;
export type Initiator = (typeof INITIATORS)[number];

export const TRIGGER_FAMILIES = [
  "topic",
  "complexity",
  "customer",
  "sentiment",
  "confidence",
  "customer_request",
  "unknown",
] as const;
export type TriggerFamily = (typeof TRIGGER_FAMILIES)[number];

/** How a person took over: with a word of what went before, without any, or by asking from scratch. */
export const INTRODUCTIONS = ["warm", "neutral", "cold"] as const;
export type Introduction = (typeof INTRODUCTIONS)[number];

/** Why an episode stands outside every rate. */
export const EXCLUSIONS = ["test", "spam", "proactive", "merged", "deleted"] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export const EPISODE_ENDS = ["closed", "inactive", "open"] as const;
export type EpisodeEnd = (typeof EPISODE_ENDS)[number];

/** resolved: closed or confirmed after a human reply; assumed: ended by inactivity after a human's last word;
 * reopened: came back within 7 days; unanswered: no public human reply; unresolved: anything else; pending: not mature. */
export const RESOLUTIONS = ["resolved", "assumed", "reopened", "unanswered", "unresolved", "pending"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What became of an episode the AI handled alone. confirmed: the customer said that it helped; assumed: the AI had the last
 * word and nothing speaks against it; left_unhappy: rated badly, asked for a person in vain, or had the last word;
 * ambiguous: none of these; pending: not over. */
export const AI_OUTCOMES = ["confirmed", "assumed", "left_unhappy", "ambiguous", "pending"] as const;
export type AiOutcome = (typeof AI_OUTCOMES)[number];

/** failed_handoff: the AI announced one and none came, or nobody took it and it went back to the AI.
 * bypass: AI off, outage or usage limit before any substantive AI message; the episode is human_only. */
export const EPISODE_TAGS = [
  "no_attempt",
  "ai_follow_up",
  "human_takeover",
  "failed_handoff",
  "ai_spoke_while_human_owned",
  "ping_pong",
  "bypass",
] as const;
export type EpisodeTag = (typeof EPISODE_TAGS)[number];

/** The customer's asking for a person in an episode, from the first time on. */
export type Ask = {
  /** How often they asked. */
  count: number;
  /** How often the source itself told of it, in an event or as the reason of a handoff. */
  told: number;
  /** First ask → next handoff, on the calendar; null = none followed. */
  toHandoffSeconds: number | null;
  /** Messages the customer wrote in between, the one that asked not counted. */
  toHandoffTurns: number | null;
  /** What came of the first ask; answered = by a public human reply. */
  outcome: WaitOutcome;
  /** First ask → that end, or → now while waiting. */
  waitSeconds: number;
  waitBusinessSeconds: number;
};

export type Episode = {
  /** 0-based position in its conversation. */
  index: number;
  startedAt: Date;
  /** Close or last activity before inactivity; null while open. */
  endedAt: Date | null;
  endedBy: EpisodeEnd;
  segment: Segment;
  /** Number of the rule of definitions 2.0 that matched, 1–6. */
  rule: number;
  tags: EpisodeTag[];
  excluded: Exclusion | null;
  /** Team that received the first handoff, else of the first human who replied; null when none is known. */
  team: string | null;
  firstHumanAskAt: Date | null;
  /** Null = nobody asked for a person. */
  ask: Ask | null;
  firstHumanReplyAt: Date | null;
  executedHandoffs: number;
  /** ≥1 customer message after the first public human reply: the base of the repetition rate. */
  customerSpokeAfterHuman: boolean;
  resolution: Resolution;
  /** Cohort date of resolution: the end; for one never ended the last handoff + 7 days, or the customer's last word + 7 days
   * where only the AI was there. Null while none is known. */
  resolutionAt: Date | null;
  /** When the resolution window is over (end + 7 days); null while open. */
  maturesAt: Date | null;
  /** Null unless AI-only. */
  aiOutcome: AiOutcome | null;
  /** Closed, and the customer wrote again in it within 7 days; null = not closed, or the 7 days are not over. */
  isReopened: boolean | null;
  /** Closed, and the customer began another conversation within 72 h; null also where the customer is not known. */
  hasRepeatContact: boolean | null;
  /** First survey that can enter the segment's CSAT; null = the source names none. */
  surveyOfferedAt: Date | null;
  /** First rating that can enter the segment's CSAT. */
  ratedAt: Date | null;
};

export type Handoff = {
  id: string;
  episode: number;
  /** 1 for the first handoff of its episode. */
  ordinal: number;
  at: Date;
  provenance: Provenance;
  initiator: Initiator;
  family: TriggerFamily;
  trigger: Trigger;
  reason: string | null;
  team: string | null;
  askedAt: Date | null;
  acceptedAt: Date | null;
  firstReplyAt: Date | null;
  firstReplyMessageId: string | null;
  agentId: string | null;
  outcome: WaitOutcome;
  /** How the customer left; null unless outcome is "left". Silent leaving is an inference. */
  leftHow: "explicit" | "silent" | null;
  /** Handoff → end of the wait, or → now while waiting. Clamped at 0. */
  waitSeconds: number;
  waitBusinessSeconds: number;
  waitEndedAt: Date | null;
  /** Key and revision of the calendar by which open time was counted. */
  calendar: string;
  /** The part of the business wait until somebody accepted; the rest is reading and writing. Null = nobody did, or the
   * source does not say. */
  queueBusinessSeconds: number | null;
  inHours: boolean;
  straddlesClosing: boolean;
  /** Human takeover: wait is 0 and stands outside every percentile. */
  isTakeover: boolean;
  emptyRoom: boolean;
  promisedWaitSeconds: number | null;
  queuePosition: number | null;
};

/** What went wrong between the AI and people in an episode. */
export type Broken = {
  /** Messages that announced a handoff which never came, and how long the customer was left with it, in seconds; null =
   * nobody has ended it, as where all fell silent. */
  inVain: { messageId: string; seconds: number | null }[];
  /** Ids of messages by which the AI spoke into a person's conversation. */
  aiWhileHumanOwned: string[];
  /** When an announcement will have been in vain. */
  reassessAt: Date | null;
};

export type AttributedRating = Rating & {
  /** Episode it belongs to; null = unattributed. */
  episode: number | null;
  segment: Segment | null;
  /** The one that enters the segment's CSAT. */
  counts: boolean;
  satisfied: boolean | null;
  /** How its scale is read, such as "1–5: 4–5". */
  mapping: string;
  /** Why it counts or does not, in words for the page. */
  why: string;
};

export type Finding = {
  scanner: string;
  /** Which rule fired, such as "R1.reference". */
  rule: string;
  /** What it says, such as "rep_reference". */
  label: string;
  version: string;
  /** Null = the evidence is no text but a fact, said in `evidence`. */
  messageId: string | null;
  /** Half-open span of UTF-16 offsets into the message text; empty without a message. */
  start: number;
  end: number;
  confidence: number;
  episode: number;
  /** Id of the earlier message that this one repeats. */
  earlier: string | null;
  /** What was read in it, in the unit of its rule: seconds of a promise, position in a queue. */
  value: number | null;
  /** The fact that stands for it beside the words, such as an attribute or an event, in words. */
  evidence: string | null;
};

export const REVIEW_VERDICTS = ["confirmed", "dismissed"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** What a person said of a finding. It is bound to what was found, where, and in which words (`spanKey`), so that it
 * outlives rules and versions and ends with the words. */
export type Review = { messageId: string; scanner: string; label: string; span: string; verdict: ReviewVerdict };

export type Assessment = {
  episodes: Episode[];
  handoffs: Handoff[];
  ratings: AttributedRating[];
  findings: Finding[];
  defects: Defect[];
  /** When time alone can next change a verdict; null = never. */
  reassessAt: Date | null;
};

/** What other conversations of the same customer contribute, and what only the whole workspace knows. */
export type History = {
  contacts: { conversationId: string; topic: string | null; startedAt: Date }[];
  /** Normalised texts that count as canned auto-replies for a team (decision: same text in ≥ 20 % of first replies within 5 s). */
  cannedReplies: ReadonlySet<string>;
  /** What people said of findings in it; absent = nothing. */
  reviews?: Review[];
};
