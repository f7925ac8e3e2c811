import { isCannedText } from "#lib/conversation/roles-in-messages.ts";
import type { Hit } from "./reading/phrase-index.ts";
import type { EpisodeMark, Scanner, Talk, Turn } from "./scanner.ts";

const KEY = "human_ask";
const ACCEPTED_FROM = 0.5;
/** What can still be asked for while a person is answering, the highest first. */
const BEYOND = ["supervisor", "another"];

/** A customer asks for a person, the first time and each further one: in words, by a button, or as the source alone tells.
 * While a person is answering, only the wish for somebody above or somebody else is one. Definitions 2.0, human ask. */
export const humanAsk: Scanner = {
  key: KEY,
  name: "Asking for a person",
  version: "2",
  acceptedFrom: ACCEPTED_FROM,
  says: {
    "": "The customer asks for a person.",
    supervisor: "The customer asks for somebody above.",
    another: "The customer asks for somebody else.",
    button: "The customer asks for a person by a button.",
    told: "The source says that the customer asked for a person.",
  },
  looksAt: (turn, { turns, history }) => isOpenTo(turn, turns, history.cannedReplies),
  inTurn: (turn) => {
    const hit = askIn(turn);
    if (!hit) return [];
    const { rule, label, confidence } = hit.phrase;
    const isButton = turn.kind === "button";
    const said = isButton ? { rule: `button.${rule}`, label: "ask_button" } : { rule, label };
    return [{ ...said, confidence, start: hit.start, end: hit.end }];
  },
  inEpisode: (talk) => toldOnly(talk),
};

/** The turns of an episode in which the customer asks for a person, of those that count. */
export const asksIn = (turns: Turn[], cannedReplies: ReadonlySet<string>): Turn[] =>
  turns.filter(
    (turn) => isOpenTo(turn, turns, cannedReplies) && (askIn(turn)?.phrase.confidence ?? 0) >= ACCEPTED_FROM,
  );

const askIn = ({ role, reading }: Turn): Hit | undefined => {
  if (role !== "customer") return undefined;
  const hits = reading.hits(KEY);
  return BEYOND.flatMap((rule) => hits.find(({ phrase }) => phrase.rule === rule) ?? []).at(0) ?? hits[0];
};

const isOpenTo = (turn: Turn, turns: Turn[], cannedReplies: ReadonlySet<string>): boolean => {
  const hit = turn.isPublic ? askIn(turn) : undefined;
  return hit !== undefined && (BEYOND.includes(hit.phrase.rule) || !isAnsweredByPerson(turn, turns, cannedReplies));
};

/** Whether the last public word before a turn that is not the customer's was a person's. */
const isAnsweredByPerson = (turn: Turn, turns: Turn[], cannedReplies: ReadonlySet<string>): boolean => {
  for (let i = turns.indexOf(turn) - 1; i >= 0; i--) {
    const before = turns[i];
    if (!before?.isPublic || before.automated || before.kind === "auto_reply") continue;
    if (before.role === "ai") return false;
    if (before.role === "human" && !isCannedText(before.text, cannedReplies)) return true;
  }
  return false;
};

const MINUTE_MS = 60_000;

/** Whether an event and a sentence are one moment of asking: within a minute, or the event follows before the customer
 * speaks again. */
export const isOneAsk = (saidAt: Date, toldAt: Date, spokenAt: Date[]): boolean =>
  Math.abs(toldAt.getTime() - saidAt.getTime()) <= MINUTE_MS ||
  (toldAt >= saidAt && !spokenAt.some((at) => at > saidAt && at <= toldAt));

/** Asking that no sentence shows. */
const toldOnly = ({ turns, events, history }: Talk): EpisodeMark[] => {
  const told = events.filter(({ type }) => type === "ask_human");
  if (told.length === 0) return [];
  const timed = (some: Turn[]) => some.flatMap(({ at }) => at ?? []);
  const said = timed(asksIn(turns, history.cannedReplies));
  const spoken = timed(turns.filter(({ role, isPublic }) => role === "customer" && isPublic));
  return told
    .filter(({ at }) => !said.some((saidAt) => isOneAsk(saidAt, at, spoken)))
    .map(({ at }) => ({
      ...{ rule: "told", label: "ask_button", confidence: 1, turn: null },
      evidence: `The source tells of it at ${at.toISOString()}.`,
    }));
};
