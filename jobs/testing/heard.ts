import { recordAt } from "#jobs/connectors/demo/record.ts";
import { assess } from "#lib/conversation/assess.ts";
import { type Repetition, repetitionOf, type Seam, seamOf } from "#lib/conversation/verdicts/seam.ts";
import type { Fact, Says } from "#lib/demo/fact.ts";
import { factsOf } from "#lib/demo/facts.ts";
import { localDate, type Story } from "#lib/demo/story.ts";
import { parseRecord } from "#lib/import/record.ts";
import { noHistory, utcHours } from "#lib/testing/build.ts";

/** A handoff of the demo, and what the scanners heard in its words. */
export type Heard = { fact: Fact; seam: Seam; repetition: Repetition };

/** Of so many days before `now`, from the twentieth on, all handoffs of which the words are read. */
export const heardIn = (story: Story, days: number, now: Date): Heard[] => {
  const dates = Array.from({ length: days }, (_, i) => localDate(new Date(now.getTime() - (i + 20) * 86_400_000)));
  return dates.flatMap((date) => factsOf(story, date).flatMap((fact) => heardOf(story, fact, now) ?? []));
};

const heardOf = (story: Story, fact: Fact, now: Date): Heard | null => {
  const parsed = parseRecord(recordAt(story, fact, now.getTime()), { now, zone: "UTC", defaultSource: "demo" });
  if (!parsed.ok || fact.isSpam || fact.seam === null) return null;
  const { language } = parsed.conversation;
  const { episodes, handoffs, findings: all } = assess(parsed.conversation, noHistory, { now, calendarOf: utcHours });
  const findings = all.filter(({ episode }) => episode === 0);
  const [episode, handoff] = [episodes[0], handoffs.find((one) => one.episode === 0 && one.ordinal === 1)];
  const seam = episode && handoff ? seamOf(handoff, { episode, language, hasPacket: true, findings }) : null;
  const repetition = repetitionOf(findings, language);
  return seam && repetition && { fact, seam, repetition };
};

/** How surely what is so was found, and what is not so was not; of those of whom it is known. */
export const errorOf = (
  heard: readonly Heard[],
  isSo: (fact: Fact) => boolean,
  isFound: (heard: Heard) => boolean | null,
): { sensitivity: number; specificity: number; n: number } => {
  const known = heard.flatMap((one) => {
    const found = isFound(one);
    return found === null ? [] : [{ so: isSo(one.fact), found }];
  });
  const share = (so: boolean) => {
    const some = known.filter((one) => one.so === so);
    return some.filter(({ found }) => found === so).length / some.length;
  };
  return { sensitivity: share(true), specificity: share(false), n: known.length };
};

export const hasTurn = ({ turns }: Fact, ...says: Says[]): boolean => turns.some((turn) => says.includes(turn.says));
