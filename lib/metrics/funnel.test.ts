import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ASK_ENDINGS, type AskEnding, type AskRow, endingsOf, FUNNEL_MARKS, FUNNEL_STEPS, funnelOf } from "./funnel.ts";

const row = (ending: AskEnding, ...spent: ([number, number] | null)[]): AskRow => ({
  ending,
  spent: [0, 1, 2].map((i) => {
    const one = spent[i];
    return one ? { seconds: one[0], turns: one[1] } : null;
  }),
});

describe("how far those who asked for a person got", () => {
  const rows = [
    row("stayed", [60, 1], [120, 0], [600, 3]),
    row("stayed", [20, 0], [240, 2], [200, 1]),
    row("came_back", [40, 2], [60, 0], [100, 1]),
    row("unresolved", [10, 0], [60, 0], [900, 4]),
    row("unanswered_left", [30, 0], [400, 3]),
    row("unhanded_left", [90, 2]),
    row("unhanded_left", [30, 0]),
    row("unhanded_closed", [300, 5]),
    row("unhanded_open", [5, 0]),
    row("unresolved_open", [10, 0], [60, 0], null),
  ];
  const [asked, handed, answered, resolved, stayed] = funnelOf(rows);

  test("each step holds those who got there, and the medians of what it cost them", () => {
    expect([asked?.n, handed?.n, answered?.n, resolved?.n, stayed?.n]).toEqual([10, 6, 5, 3, 2]);
    expect(handed?.spent).toEqual({ seconds: 25, turns: 0, n: 6 });
    expect(answered?.spent).toEqual({ seconds: 60, turns: 0, n: 5 });
    expect(resolved?.spent).toEqual({ seconds: 200, turns: 1, n: 3 });
    expect([asked?.spent, stayed?.spent]).toEqual([null, null]);
  });

  test("who never got there is told apart by how it ended, with what they had spent by then", () => {
    expect(handed?.never).toEqual({
      mark: "unhanded",
      n: 3,
      spent: { seconds: 90, turns: 2, n: 3 },
      reasons: [
        { mark: "unhanded_left", n: 2 },
        { mark: "unhanded_closed", n: 1 },
        { mark: "unhanded_given_up", n: 0 },
      ],
    });
    expect(answered?.never).toMatchObject({ mark: "unanswered", n: 1, spent: { seconds: 400, turns: 3 } });
    expect(resolved?.never).toMatchObject({ mark: "unresolved", n: 1, spent: { seconds: 900, turns: 4 } });
    expect(stayed?.never).toMatchObject({ mark: "came_back", n: 1, spent: null });
  });

  test("what is not known yet is neither", () => {
    expect(handed?.open).toEqual({ mark: "unhanded_open", n: 1 });
    expect(resolved?.open).toEqual({ mark: "unresolved_open", n: 1 });
    expect(asked?.open).toBeNull();
  });

  test("of nobody there are no medians", () => {
    expect(funnelOf([]).map(({ n, spent, never }) => [n, spent, never.n])).toEqual(
      FUNNEL_STEPS.map(() => [0, null, 0]),
    );
  });
});

test("a step, what it lost and what is open add up to the step before, and each is the endings of its mark", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ASK_ENDINGS), { maxLength: 60 }), (endings) => {
      const steps = funnelOf(endings.map((ending) => row(ending)));
      const count = (mark: string) => endings.filter((ending) => endingsOf(mark).includes(ending)).length;
      for (const [i, { step, n, never, open }] of steps.entries()) {
        expect(n).toBe(count(step));
        expect(never.n).toBe(count(never.mark));
        expect(never.reasons.reduce((sum, reason) => sum + reason.n, 0)).toBe(never.n);
        if (i > 0) expect(n + never.n + (open?.n ?? 0)).toBe(steps[i - 1]?.n);
      }
    }),
  );
});

test("every mark holds something, and no other word does", () => {
  for (const mark of FUNNEL_MARKS) expect([mark, endingsOf(mark).length > 0]).toEqual([mark, true]);
  expect(endingsOf("toString")).toEqual([]);
});
