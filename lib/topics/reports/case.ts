import { isPublicHumanReply, isSubstantiveAi } from "#lib/conversation/roles-in-messages.ts";
import type { Message } from "#lib/conversation/types.ts";
import type { EscalatedCase } from "../board/diagnosis.ts";
import { cleaned } from "../text/cleaned.ts";
import { tellingWords } from "../text/terms.ts";
import type { Library } from "./library.ts";

/** An escalated conversation of a topic as it is stored. */
export type EscalatedConversation = {
  id: string;
  handedAt: Date;
  /** What the customer wrote before, cleaned; empty = nothing. */
  asked: string;
  /** Whether a person solved it, or nothing speaks against it. */
  isSolved: boolean;
  messages: readonly Message[];
  /** Of the customer and of whoever takes part. */
  names: readonly string[];
};

/** What a conversation tells a report. */
export type ReportCase = EscalatedCase & {
  conversationId: string;
  /** Cleaned, as it is looked for; empty = nothing was asked. */
  asked: string;
  /** The same without names, as it is shown. */
  question: string;
  /** What the AI said last before it handed over; null = it said nothing. */
  aiAnswer: string | null;
  /** What a person answered who solved it; null = nobody did. */
  humanAnswer: string | null;
};

/** So many replies of people are read: the first is often a greeting, and later ones are about other things. */
const FIRST_REPLIES = 3;

/** Reads one conversation for the report of its topic. */
export const caseOf = (
  { id, handedAt, asked, isSolved, messages, names }: EscalatedConversation,
  library: Library,
  cannedReplies: ReadonlySet<string>,
): ReportCase => {
  const firstCustomerAt = messages.find(({ authorKind }) => authorKind === "customer")?.at ?? null;
  const said = messages.filter((message) => message.at <= handedAt && isSubstantiveAi(message, firstCustomerAt));
  const replies = messages
    .filter((message) => message.at >= handedAt && isPublicHumanReply(message, cannedReplies))
    .slice(0, FIRST_REPLIES)
    .map(({ text }) => text);
  const hide = withoutNames(names);
  const shown = (text: string | undefined): string | null => (text === undefined ? null : hide(cleaned(text)) || null);
  return {
    conversationId: id,
    asked,
    question: hide(asked),
    cited: [...new Set(said.flatMap(({ text, ai }) => library.citedIn({ text, retrieval: ai?.retrieval ?? [] })))],
    answeredFrom: replies.map(library.answerFrom).find((article) => article !== null) ?? null,
    aiAnswer: shown(said.at(-1)?.text),
    humanAnswer: isSolved ? shown(mostTelling(replies)) : null,
  };
};

/** "I have a look" is no answer. */
const mostTelling = (replies: readonly string[]): string | undefined => {
  const weighed = replies.map((text) => ({ text, words: new Set(tellingWords(cleaned(text))).size }));
  return weighed.sort((a, b) => b.words - a.words)[0]?.text;
};

const SHORTEST_NAME = 3;

/** Takes the words of names out of a text in lower case, and writes what was masked as three dots. */
const withoutNames = (names: readonly string[]): ((text: string) => string) => {
  const words = names.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  const known = new Set(words.filter((word) => word.length >= SHORTEST_NAME));
  return (text) =>
    text
      .replace(/[\p{L}\p{M}]+/gu, (word) => (known.has(word.toLowerCase()) ? "…" : word))
      .replaceAll("<num>", "…")
      .replace(/…(?:[\s.,]*…)+/g, "…")
      .replace(/… +(?=[.,;:!?])/g, "…");
};
