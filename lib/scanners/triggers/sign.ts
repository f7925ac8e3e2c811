import type { Talk, Turn } from "../scanner.ts";
import type { TriggerCode } from "./codes.ts";

/** One thing that speaks for a trigger: a span of a turn, or a fact in words, or both. */
export type Sign = {
  code: TriggerCode;
  confidence: number;
  turn: string | null;
  start?: number;
  end?: number;
  evidence?: string;
};

/** What was said and done up to the first handoff, apart by who said it. */
export type Before = {
  talk: Talk;
  handoffAt: Date;
  turns: Turn[];
  customer: Turn[];
  /** Answers of the AI: no greeting, form or transfer notice. */
  ai: Turn[];
};

/** Null where there was no handoff. */
export const beforeHandoff = (talk: Talk): Before | null => {
  const handoffAt = talk.handoffs[0]?.at;
  if (!handoffAt) return null;
  const turns = talk.turns.filter(({ at, isPublic }) => isPublic && at !== null && at <= handoffAt);
  const first = turns.findIndex(({ role }) => role === "customer");
  return {
    talk,
    handoffAt,
    turns,
    customer: turns.filter(({ role }) => role === "customer"),
    ai: turns.filter(
      ({ role, kind }, i) => role === "ai" && (kind === "message" || kind === "unknown") && first !== -1 && i > first,
    ),
  };
};
