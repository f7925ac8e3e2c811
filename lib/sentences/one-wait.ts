import type { Handoff } from "#lib/conversation/assessed.ts";
import { promiseOf } from "#lib/conversation/told-apart.ts";
import { lengthText } from "#lib/format.ts";

type Promised = Pick<Handoff, "outcome" | "isTakeover" | "waitSeconds" | "promisedWaitSeconds">;

/** The wait that was announced, and whether it was kept; by the clock, as it was announced. */
export const promiseText = (wait: Promised): string => {
  const { outcome, isTakeover, waitSeconds, promisedWaitSeconds: promised } = wait;
  if (promised === null) return "none was given";
  return `${lengthText(promised)}, ${isTakeover ? "a person stepped in" : becameOf(wait, waitSeconds - promised, outcome)}`;
};

const becameOf = (wait: Promised, over: number, outcome: Handoff["outcome"]): string => {
  const kept = promiseOf(wait);
  if (kept === "kept") return kept;
  if (kept === "broken") return over > 0 ? `broken by ${lengthText(over)}` : "broken: nobody answered";
  return outcome === "waiting" ? "not over yet" : "not judged: left within 30 seconds";
};

/** The two parts of a wait in open hours: until somebody accepted, and from then on. Null = nobody was waited for. */
export const partsText = ({
  outcome,
  isTakeover,
  waitBusinessSeconds,
  queueBusinessSeconds: queue,
}: Pick<Handoff, "outcome" | "isTakeover" | "waitBusinessSeconds" | "queueBusinessSeconds">): string | null => {
  if (isTakeover) return null;
  const isAnswered = outcome === "answered";
  if (queue === null) {
    return isAnswered
      ? "the source does not say when it was accepted"
      : "nobody accepted it, or the source does not say";
  }
  // Whole seconds of both, so that what is shown adds up to the wait that is shown.
  const rest = Math.floor(waitBusinessSeconds) - Math.floor(queue);
  const then = isAnswered ? `${lengthText(rest)} to read and write` : "no reply after that";
  return `${lengthText(queue)} until accepted, ${then}`;
};

type Ask = { count: number; toHandoffSeconds: number | null; toHandoffTurns: number | null };
/** at: the moment in words; isBefore: whether the first handoff came after it. */
type FirstAsk = { at: string; isBefore: boolean };

/** How often the customer asked for a person and when first; led = to which handoff that led, and how soon. */
export const asksText = (
  { count, toHandoffSeconds: seconds, toHandoffTurns: turns }: Ask,
  first: FirstAsk,
): { asked: string; led: string } => {
  const asked = `for a person ${count === 1 ? `once, ${first.at}` : `${count} times, first ${first.at}`}`;
  if (seconds === null) return { asked, led: "no handoff followed" };
  if (!first.isBefore) return { asked, led: "after the first handoff" };
  const more = turns ? `, ${turns} more ${turns === 1 ? "message" : "messages"}` : "";
  return { asked, led: `${lengthText(seconds)}${more} before the handoff` };
};
