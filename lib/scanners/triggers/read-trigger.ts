import { type Finding, TRIGGER_FAMILIES, type TriggerFamily } from "#lib/conversation/assessed.ts";
import { READING } from "#lib/conversation/triggers.ts";
import type { Trigger } from "#lib/conversation/types.ts";
import { isCode, type TriggerCode } from "./codes.ts";

export type ReadTrigger = { family: TriggerFamily; code: TriggerCode };

const KEY = "escalation_trigger";

/** Why an episode was handed over, as its own words and facts tell: the primary trigger among the findings of one episode.
 * Null = nothing that counts was found. */
export const readTriggerOf = (findings: readonly Finding[]): ReadTrigger | null => {
  const primary = findings.find(({ scanner, rule }) => scanner === KEY && rule.endsWith(".primary"));
  return primary ? readOf(primary) : null;
};

/** What is read beside what the source declared. agree = the family declared is that of the primary trigger; disagree = it
 * is another one's, `isContributing` where it was found beside that; nothing_declared = the source named none of the
 * families, as with outages and takeovers; nothing_read = nothing that counts was found. */
export type Comparison = {
  verdict: "agree" | "disagree" | "nothing_declared" | "nothing_read";
  declared: TriggerFamily | null;
  read: ReadTrigger | null;
  isContributing: boolean;
};

export const compareTriggers = (findings: readonly Finding[], trigger: Trigger, acceptedFrom: number): Comparison => {
  const { family } = READING[trigger];
  const declared = family === "unknown" ? null : family;
  const read = readTriggerOf(findings);
  const isContributing = findings.some(
    (finding) =>
      finding.scanner === KEY &&
      finding.rule.endsWith(".contributing") &&
      finding.confidence >= acceptedFrom &&
      readOf(finding)?.family === declared,
  );
  return { verdict: verdictOf(declared, read), declared, read, isContributing };
};

const verdictOf = (declared: TriggerFamily | null, read: ReadTrigger | null): Comparison["verdict"] => {
  if (declared === null) return "nothing_declared";
  if (read === null) return "nothing_read";
  return read.family === declared ? "agree" : "disagree";
};

const readOf = ({ rule, label }: Finding): ReadTrigger | null => {
  const family = TRIGGER_FAMILIES.find((one) => one === rule.split(".")[0]);
  return family && isCode(label) ? { family, code: label } : null;
};
