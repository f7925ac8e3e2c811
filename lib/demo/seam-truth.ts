import type { MetricKey } from "#lib/metrics/catalogue.ts";
import type { Counted } from "#lib/metrics/measure.ts";
import type { Fact, Says, Seam } from "./fact.ts";

/** What a source tells of the seam: recovered to the last handoff. */
export const TOLD_SHARES = [
  "waitGiven",
  "contextHistory",
  "contextAssessment",
  "contextAttempted",
  "contextCustomer",
  "contextNextSteps",
  "notScanned",
] as const satisfies MetricKey[];

/** What only words tell: recovered as well as scanners hear it. */
export const HEARD_SHARES = [
  "transferSaid",
  "noRepeatSaid",
  "warmIntroduction",
  "neutralIntroduction",
  "coldIntroduction",
  "repeatedSolution",
  "explicitRepetition",
  "resent",
  "askedAgain",
  "contextRepetition",
] as const satisfies MetricKey[];

type Of = (facts: Fact[], isPart: (fact: Fact) => boolean) => Counted;

const SPEAKS_AGAIN: Says[] = ["detail", "near_miss", "repetition"];

const hasSaid = ({ turns }: Fact, now: number, ...says: Says[]): boolean =>
  turns.some((turn) => says.includes(turn.says) && turn.at <= now);

/** The truth about handed-over facts of a range, first those by the time of the handoff. */
export const seamTruth = (handed: Fact[], now: number, counted: Of) => {
  const read = handed.filter(({ seam, handoff }) => seam !== null && handoff?.isTakeover === false);
  const met = read.filter(({ handoff }) => handoff?.outcome === "answered" && handoff.endsAt <= now);
  const passed = (part: keyof Seam["passed"]) => counted(read, ({ seam }) => seam?.passed[part] === true);
  const introduced = (as: Seam["introduction"]) => counted(met, ({ seam }) => seam?.introduction === as);
  return {
    notScanned: counted(handed, ({ seam }) => seam === null),
    waitGiven: counted(read, ({ handoff }) => handoff?.promisedSeconds != null),
    // The messages and the plan stand in the conversation itself.
    contextHistory: counted(read, () => true),
    contextCustomer: counted(read, () => true),
    contextAssessment: passed("summary"),
    contextAttempted: passed("attempted"),
    contextNextSteps: passed("nextSteps"),
    transferSaid: counted(read, ({ seam }) => seam?.transferSaid === true),
    noRepeatSaid: counted(read, ({ seam }) => seam?.noRepeatSaid === true),
    warmIntroduction: introduced("warm"),
    neutralIntroduction: introduced("neutral"),
    coldIntroduction: introduced("cold"),
    repeatedSolution: counted(met, (fact) => hasSaid(fact, now, "again")),
  };
};

/** The truth about those who wrote again after a person's reply. */
export const repetitionTruth = (spoke: Fact[], now: number, counted: Of) => ({
  explicitRepetition: counted(spoke, ({ repeats }) => repeats),
  resent: counted(spoke, (fact) => fact.seam?.resends === true && hasSaid(fact, now, ...SPEAKS_AGAIN)),
  askedAgain: counted(spoke, (fact) => hasSaid(fact, now, "asks_again")),
  contextRepetition: counted(spoke, (fact) => fact.repeats || hasSaid(fact, now, "asks_again")),
});
