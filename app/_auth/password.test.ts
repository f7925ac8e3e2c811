import { expect, test } from "vitest";
import { hashPassword, isPassword } from "./password.ts";

test("a password is recognised, another is not, and no one has an empty one", async () => {
  const stored = await hashPassword("correct horse battery");
  expect(await isPassword("correct horse battery", stored)).toBe(true);
  expect(await isPassword("correct horse batterY", stored)).toBe(false);
  expect(await isPassword("", null)).toBe(false);
  expect(await hashPassword("correct horse battery")).not.toBe(stored);
});
