import type { FindingNoteProps, Judged } from "#app/_components/finding-note.tsx";
import type { Mark } from "#app/_components/transcript.tsx";
import type { Dossier } from "#db/conversation.ts";
import type { FindingKey } from "#db/reviews.ts";
import { date } from "#lib/format.ts";
import { explain } from "#lib/scanners/explain.ts";
import { spanKey } from "#lib/scanners/review.ts";

export type Judge = (keys: FindingKey[]) => FindingNoteProps["judge"];

type Finding = Pick<Dossier["findings"][number], keyof FindingKey | "end" | "version" | "confidence" | "evidence">;
type Given = Dossier["reviews"][number];
type Context = { reviews: Given[]; zone: string; judge: Judge };

/** A finding with what people said of it, and how sure its rule was by itself. */
type Reviewed = Finding & { given: Given | null; own: number };

const DERIVED = "escalation_trigger";

/** The findings of one message in words, in the order of their places. A trigger that rests on the words of another finding
 * is one mark with it: one verdict is given on both. */
export const notesOf = (
  { text, findings }: { text: string; findings: Finding[] },
  { reviews, zone, judge }: Context,
  nextNumber: () => number,
): Mark[] =>
  together(findings.map((finding) => reviewed(finding, text, reviews))).map((some) => {
    const [{ start, end, given }] = some;
    return {
      number: nextNumber(),
      ...{ start, end },
      sentence: some.map((one) => [explain(one).sentence, one.evidence].filter(Boolean).join(" ")).join(" "),
      rule: some.map(ruleText).join("; "),
      aside:
        given || some.some((one) => explain({ ...one, confidence: one.own }).counts) ? null : "shown, does not count",
      judged: given ? { verdict: given.verdict satisfies Judged, by: byOf(given, zone) } : null,
      judge: judge(some.map(keyOf)),
    };
  });

const ruleText = (one: Reviewed): string =>
  `${explain(one).scanner.toLowerCase()} ${one.rule}, version ${one.version} · ${one.own.toFixed(2)}`;

const keyOf = ({ conversationId, messageId, scanner, label, rule, start }: Finding): FindingKey => ({
  ...{ conversationId, messageId, scanner, label, rule, start },
});

const reviewed = (finding: Finding, text: string, reviews: Given[]): Reviewed => {
  const { messageId, scanner, label, confidence } = finding;
  const given =
    reviews.find(
      (one) =>
        one.messageId === messageId &&
        one.scanner === scanner &&
        one.label === label &&
        one.span === spanKey(finding, text),
    ) ?? null;
  return { ...finding, given, own: given?.confidence ?? confidence };
};

/** Findings that are one mark: of the same words, with the same verdict, one of them and the triggers that rest on it. */
const together = (findings: Reviewed[]): [Reviewed, ...Reviewed[]][] => {
  const groups: [Reviewed, ...Reviewed[]][] = [];
  const [triggers, others] = [true, false].map((is) => findings.filter(({ scanner }) => (scanner === DERIVED) === is));
  for (const one of others ?? []) groups.push([one]);
  for (const one of triggers ?? []) {
    const under = groups.find(([first]) => first.scanner !== DERIVED && isSameMark(first, one));
    if (under) under.push(one);
    else groups.push([one]);
  }
  return groups.sort(([a], [b]) => a.start - b.start || a.end - b.end);
};

const isSameMark = (a: Reviewed, b: Reviewed): boolean =>
  a.end > a.start && a.start === b.start && a.end === b.end && a.given?.verdict === b.given?.verdict;

const byOf = ({ by, at }: Given, zone: string): string => [by, date(at, zone)].filter(Boolean).join(", ");
