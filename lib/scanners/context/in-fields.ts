import type { Conversation, DeclaredHandoff } from "#lib/conversation/types.ts";
import { readerFor } from "../lexicon/packs.ts";
import type { EpisodeMark } from "../scanner.ts";
import { partsToldIn } from "./in-words.ts";
import type { ContextPart } from "./parts.ts";

const fact = (rule: string, label: ContextPart, confidence: number, evidence: string): EpisodeMark => ({
  ...{ rule: `${rule}.${label}`, label, confidence, evidence, turn: null },
});

/** What the source states of the packet that went with the handoff. */
export const packetMarks = (declared: DeclaredHandoff | null, language: string | null): EpisodeMark[] => {
  const { summary = null, attempted = [], suggestedNextSteps = [] } = declared?.context ?? {};
  const given = summary?.trim() ? summary : null;
  const inSummary = given === null ? [] : partsToldIn((readerFor(language) ?? nothing)(given));
  const reason = declared?.reason?.trim();
  return onceEach([
    ...(given === null ? [] : [fact("packet", "ai_assessment", 0.95, "the packet has a summary")]),
    ...(attempted.length === 0 ? [] : [fact("packet", "attempted_solutions", 0.95, "the packet names what was tried")]),
    ...(suggestedNextSteps.length === 0
      ? []
      : [fact("packet", "next_steps", 0.95, "the packet suggests what to do next")]),
    ...(reason ? [fact("packet", "ai_assessment", 0.7, `the reason was passed on: ${reason.slice(0, 120)}`)] : []),
    ...inSummary.map(({ part, confidence }) =>
      fact("packet", part, confidence - 0.1, "the summary of the packet tells it"),
    ),
  ]);
};

const nothing = () => ({ own: "", sentences: () => [], hits: () => [], surest: () => null });

export const onceEach = (marks: EpisodeMark[]): EpisodeMark[] =>
  [...new Map(marks.toReversed().map((mark) => [mark.label, mark])).values()].reverse();

/** Words of field names that hold a part. */
const FIELDS: [ContextPart, string][] = [
  ["history", "transcript transcripts"],
  ["ai_assessment", "summary intent assessment diagnosis classification escalation handoff"],
  ["attempted_solutions", "attempted tried attempts troubleshooting"],
  ["next_steps", "next recommendation recommended suggestion suggested"],
];

/** What fields of the conversation and its customer show to whoever opens it. */
export const fieldMarks = ({ customer, extra }: Conversation): EpisodeMark[] => {
  const custom = extra["custom_attributes"];
  const fields = Object.entries({ ...extra, ...(isRecord(custom) ? custom : {}) }).filter(([, value]) =>
    isGiven(value),
  );
  const named = FIELDS.flatMap(([part, row]) => {
    const words = new Set(row.split(" "));
    const field = fields.find(([name]) =>
      name
        .toLowerCase()
        .split(/[^a-z]+/)
        .some((word) => words.has(word)),
    );
    return field ? [fact("field", part, 0.6, `the field ${field[0].slice(0, 60)} is filled`)] : [];
  });
  const known = customer === null ? [] : knownOf(customer);
  return [
    ...named,
    ...(known.length === 0 ? [] : [fact("field", "customer_context", 0.8, `the source shows ${known.join(", ")}`)]),
  ];
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isGiven = (value: unknown): boolean =>
  typeof value === "string" ? value.trim() !== "" : Array.isArray(value) && value.length > 0;

/** A name alone is no context. */
const knownOf = ({ plan, vip, createdAt, attributes }: NonNullable<Conversation["customer"]>): string[] => [
  ...(plan ? ["the plan"] : []),
  ...(vip === null ? [] : ["whether it is a VIP"]),
  ...(createdAt === null ? [] : ["since when it is a customer"]),
  ...(Object.keys(attributes).length === 0 ? [] : ["attributes of the customer"]),
];
