import { expect, test } from "vitest";
import { oneAhead } from "./one-ahead.ts";

async function* numbers(log: string[], failsAt = 99) {
  try {
    for (let i = 1; i <= 3; i++) {
      log.push(`made ${i}`);
      if (i === failsAt) throw new Error(`no ${i}`);
      yield i;
    }
  } finally {
    log.push("closed");
  }
}

test("the next one is made while the caller works on the one before", async () => {
  const log: string[] = [];
  for await (const n of oneAhead(numbers(log))) log.push(`used ${n}`);
  expect(log).toEqual(["made 1", "made 2", "used 1", "made 3", "used 2", "closed", "used 3"]);
});

test("a failure comes after what was made before it, and a caller that stops closes the source", async () => {
  const [failing, stopped]: string[][] = [[], []];
  const use = async () => {
    for await (const n of oneAhead(numbers(failing ?? [], 2))) failing?.push(`used ${n}`);
  };
  await expect(use()).rejects.toThrow("no 2");
  expect(failing).toContain("used 1");
  for await (const _ of oneAhead(numbers(stopped ?? []))) break;
  expect(stopped?.at(-1)).toBe("closed");
});
