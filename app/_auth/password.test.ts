import { expect, test } from "vitest";
import { hashPassword, isPassword, sealOf } from "./password.ts";

test("a password is recognised, another is not, and no one has an empty one", async () => {
  const stored = await hashPassword("correct horse battery");
  expect(await isPassword("correct horse battery", stored)).toBe(true);
  expect(await isPassword("correct horse batterY", stored)).toBe(false);
  expect(await isPassword("", null)).toBe(false);
  expect(await hashPassword("correct horse battery")).not.toBe(stored);
});

test("another password is another seal, also when it reads the same", async () => {
  const stored = await hashPassword("correct horse battery");
  expect(sealOf(stored)).toBe(sealOf(stored));
  expect(sealOf(await hashPassword("correct horse battery"))).not.toBe(sealOf(stored));
  expect(stored).not.toContain(sealOf(stored));
  expect(sealOf(null)).toBe(sealOf(null));
});
