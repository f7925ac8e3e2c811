import { expect, test } from "vitest";
import { originTitle } from "./origins.ts";

test("who hands over most is said only if more than half of all do so beyond chance", () => {
  const of = (ai: number, customer: number) =>
    originTitle([
      { initiator: "ai", n: ai },
      { initiator: "customer", n: customer },
      { initiator: "rule", n: 0 },
    ]);
  expect(of(70, 30)).toBe("Most handoffs are the AI’s own decision");
  expect(of(30, 70)).toBe("Most handoffs are the customer’s wish");
  expect(of(55, 45)).toBe("Who handed over, and why");
  expect(of(9, 0)).toBe("Who handed over, and why");
  expect(of(0, 0)).toBe("Who handed over, and why");
});
