import { SCANNERS } from "#lib/scanners/registry.ts";
import { ABOUT, type About } from "./about.ts";

/** Rules that are explained by the same sentence, which is how people read them: all of a scanner whose names begin so. */
export type Rule = { scanner: string; beginning: string; sentence: string };

/** A scanner as the lab shows it. */
export type Shown = About & {
  key: string;
  name: string;
  version: string;
  acceptedFrom: number;
  rules: Rule[];
  /** It can say something of one message by itself. */
  readsMessages: boolean;
};

const NOTHING: About = { looksFor: "", over: "episode" };

/** Every scanner with its rules, in the order of the registry. */
export const SHOWN: Shown[] = SCANNERS.map(({ key, name, version, acceptedFrom, says, inTurn }) => ({
  ...(ABOUT[key] ?? NOTHING),
  ...{ key, name, version, acceptedFrom },
  rules: Object.entries(says).map(([beginning, sentence]) => ({ scanner: key, beginning, sentence })),
  readsMessages: inTurn !== undefined,
}));

/** Beginnings of the same scanner that say more than this one: what begins with them is not of this rule. */
export const longerThan = ({ scanner, beginning }: Omit<Rule, "sentence">): string[] =>
  (SHOWN.find(({ key }) => key === scanner)?.rules ?? [])
    .map((rule) => rule.beginning)
    .filter((other) => other.length > beginning.length && other.startsWith(beginning));

/** The rule that a finding is of: the longest beginning that fits; null = its scanner says nothing of it. */
export const ruleOf = (scanner: string, rule: string): Rule | null =>
  (SHOWN.find(({ key }) => key === scanner)?.rules ?? [])
    .filter(({ beginning }) => rule.startsWith(beginning))
    .sort((a, b) => b.beginning.length - a.beginning.length)[0] ?? null;
