import { expect, test } from "vitest";
import { narrowTexts, parseNarrow } from "#lib/narrowing.ts";
import { foundGroups } from "./found.ts";

const link = (more: Record<string, string | null>) => JSON.stringify(more);
const leadTo = (href: string): Record<string, string | null> => JSON.parse(href);
const choices = (narrow: Parameters<typeof foundGroups>[0]) =>
  foundGroups(narrow, link).flatMap((group) => group.choices);

test("each choice leads to a narrowing that there is, and no two to the same", () => {
  const all = choices({}).map(({ href }) => href);
  expect(new Set(all).size).toBe(all.length);
  for (const href of all) expect(narrowTexts(parseNarrow(leadTo(href) as Record<string, string>))).toHaveLength(1);
  expect(choices({}).some(({ isOn }) => isOn)).toBe(false);
});

test("what is chosen is on and leads back; what it excludes takes its place", () => {
  const of = (name: string) => choices({ introduction: "cold" }).find((one) => one.name === name);
  expect(of("Cold")).toEqual({ name: "Cold", href: link({ introduction: null }), isOn: true });
  expect(of("Warm")).toEqual({ name: "Warm", href: link({ introduction: "warm" }), isOn: false });
  expect(of("Is angry")).toEqual({ name: "Is angry", href: link({ finding: "anger" }), isOn: false });
});
