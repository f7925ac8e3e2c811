import { expect, test } from "vitest";
import { CHECKLIST } from "#db/metrics/weekly.ts";
import { correctedShare } from "#lib/stats/proportions/corrected-share.ts";
import { DETECTED, detectorOf, judgedOf } from "./correction.ts";
import { MEASURED } from "./measured.ts";
import { SHOWN } from "./rules.ts";

const R1 = DETECTED.explicitRepetition;
if (!R1) throw new Error("R1 is measured");

test("every metric that is corrected is in the checklist, and what it rests on is measured and is a rule of its scanner", () => {
  for (const [key, { scanner, beginnings, own }] of Object.entries(DETECTED)) {
    expect(CHECKLIST as readonly string[]).toContain(key);
    for (const one of own) expect(MEASURED.find((measured) => measured.key === one)?.scanner).toBe(scanner);
    const rules = SHOWN.find((one) => one.key === scanner)?.rules ?? [];
    for (const beginning of beginnings) expect(rules.some((rule) => rule.beginning.startsWith(beginning))).toBe(true);
  }
});

test("only what was said of its own rules counts for a metric", () => {
  const said = (rule: string, confirmed: number, dismissed: number, scanner = "context_repetition") => ({
    ...{ scanner, label: "x", rule, confirmed, dismissed },
  });
  const reviews = [said("R1.reference", 3, 1), said("R1.complaint.a", 2, 0), said("R2.number", 9, 9)];
  expect(judgedOf(R1, [...reviews, said("R1.reference", 5, 5, "sentiment")])).toEqual({ confirmed: 5, dismissed: 1 });
});

test("with too few judged nothing is known of the error", () => {
  expect(detectorOf(R1, { confirmed: 8, dismissed: 1 }, { part: 20, whole: 100 })).toBeNull();
  expect(detectorOf(R1, { confirmed: 8, dismissed: 2 }, { part: 20, whole: 100 })).not.toBeNull();
});

test("over all that is stored the corrected rate is what was found and right, and what was missed besides", () => {
  const all = { part: 200, whole: 1000 };
  const detector = detectorOf(R1, { confirmed: 80, dismissed: 20 }, all);
  const own = MEASURED.find(({ key }) => key === "explicit");
  const recall = (own?.right ?? 0) / (own?.so ?? 1);
  const found = detector && correctedShare(all, detector);
  expect(found?.value).toBeCloseTo((0.2 * 0.8) / recall, 10);
  expect(found?.low).toBeLessThan(0.15);
  expect(found?.high).toBeGreaterThan(0.17);
});

test("all confirmed does not mean certain: the interval is wider than by chance in the count alone", () => {
  const all = { part: 2000, whole: 10_000 };
  const detector = detectorOf(R1, { confirmed: 10, dismissed: 0 }, all);
  const found = detector && correctedShare(all, detector);
  expect((found?.high ?? 0) - (found?.low ?? 0)).toBeGreaterThan(0.05);
});
