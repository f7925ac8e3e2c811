import { humanAsk } from "../human-ask.ts";
import type { Mark, Turn } from "../scanner.ts";
import type { Before, Sign } from "./sign.ts";

const KEY = "escalation_trigger";
/** An event that tells of an ask is of the words beside it, so near. */
const BESIDE_MS = 120_000;
const OFFERED_AFTER = 2;

/** The three ways by which customers set the handoff going themselves. */
export const requestSigns = (before: Before): Sign[] => {
  const asked = before.customer.flatMap((turn) => {
    const mark = askIn(turn, before.turns);
    return mark ? [{ turn, mark }] : [];
  });
  const inWords = asked.filter(({ turn, mark }) => turn.kind !== "button" && mark.label !== "ask_button");
  return [
    ...inWords.map(({ turn, mark }) => signOf("asks_in_words", turn, mark)),
    ...asked
      .filter((one) => !inWords.includes(one))
      .map(({ turn, mark }) => signOf("talk_to_person_button", turn, mark)),
    ...buttonEvents(
      before,
      inWords.map(({ turn }) => turn),
    ),
    ...offerSigns(before),
  ];
};

const askIn = (turn: Turn, turns: Turn[]): Mark | undefined =>
  humanAsk
    .inTurn?.(turn, () => turns.slice(0, turns.indexOf(turn)))
    .find(({ label, confidence }) => ASKS.includes(label) && confidence >= humanAsk.acceptedFrom);

const ASKS = ["ask_human", "ask_supervisor", "ask_button"];

const signOf = (code: Sign["code"], { id }: Turn, { start, end, confidence }: Mark): Sign => ({
  ...{ code, confidence, turn: id, start, end },
});

/** Asks that the source tells of and no words stand beside. */
const buttonEvents = ({ talk, handoffAt }: Before, inWords: Turn[]): Sign[] => {
  const asks = talk.events.filter(({ type, at }) => type === "ask_human" && at <= handoffAt);
  const silent = asks.filter(
    ({ at }) => !inWords.some((turn) => turn.at && Math.abs(turn.at.getTime() - at.getTime()) <= BESIDE_MS),
  );
  const evidence = "the source tells of a request for a person, and no words stand beside it";
  return silent.length === 0 ? [] : [{ code: "talk_to_person_button", confidence: 0.8, turn: null, evidence }];
};

/** The AI offered a person after its second answer, and the customer said yes or was handed over at once. */
const offerSigns = ({ turns, ai }: Before): Sign[] => {
  const offer = ai.findLast(({ reading }) => hitIn(reading, "offer"));
  const hit = offer && hitIn(offer.reading, "offer");
  if (!offer || !hit) return [];
  const answers = ai.indexOf(offer) + (hit.start > ANSWER_LENGTH ? 1 : 0);
  const reply = turns.slice(turns.indexOf(offer) + 1).find(({ role }) => role === "customer");
  const isTaken = !reply || hitIn(reply.reading, "yes") !== undefined;
  if (answers < OFFERED_AFTER || !isTaken) return [];
  const evidence = reply
    ? "the AI offered a person and the customer said yes"
    : "the AI offered a person and handed over";
  return [{ code: "offered_after_second", confidence: 0.85, turn: offer.id, start: hit.start, end: hit.end, evidence }];
};

/** An offer so far into its message ends an answer. */
const ANSWER_LENGTH = 60;

const hitIn = (reading: Turn["reading"], label: string) =>
  reading.hits(KEY).find(({ phrase }) => phrase.label === label);
