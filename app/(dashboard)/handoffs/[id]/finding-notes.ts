import type { FindingNoteProps, Judged } from "#app/_components/finding-note.tsx";
import type { Mark } from "#app/_components/transcript.tsx";
import type { Dossier } from "#db/conversation.ts";
import type { FindingKey } from "#db/reviews.ts";
import { date } from "#lib/format.ts";
import { explain } from "#lib/scanners/explain.ts";
import { spanKey } from "#lib/scanners/review.ts";

export type Judge = (key: FindingKey) => FindingNoteProps["judge"];

type Finding = Dossier["findings"][number];
type Context = { dossier: Dossier; zone: string; judge: Judge };

/** The findings of one message in words, in the order of their places. */
export const notesOf = (
  { text, findings }: { text: string; findings: Finding[] },
  { dossier, zone, judge }: Context,
  nextNumber: () => number,
): Mark[] =>
  findings.map((finding) => {
    const { start, end, scanner, rule, version, confidence, label, messageId, conversationId } = finding;
    const given = dossier.reviews.find(
      (one) =>
        one.messageId === messageId &&
        one.scanner === scanner &&
        one.label === label &&
        one.span === spanKey(finding, text),
    );
    const own = given?.confidence ?? confidence;
    const { scanner: name, sentence, counts } = explain({ ...finding, confidence: own });
    return {
      number: nextNumber(),
      start,
      end,
      sentence: [sentence, finding.evidence].filter(Boolean).join(" "),
      rule: `${name.toLowerCase()} ${rule}, version ${version} · ${own.toFixed(2)}`,
      aside: counts || given ? null : "shown, does not count",
      judged: given ? { verdict: given.verdict satisfies Judged, by: byOf(given, zone) } : null,
      judge: judge({ conversationId, messageId, scanner, label, rule, start }),
    };
  });

const byOf = ({ by, at }: Dossier["reviews"][number], zone: string): string =>
  [by, date(at, zone)].filter(Boolean).join(", ");
