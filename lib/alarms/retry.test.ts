import { expect, test } from "vitest";
import { at } from "#lib/testing/build.ts";
import { nextTry } from "./retry.ts";

const now = at("10:00");
const minutes = (attempts: number, more: { notBefore?: Date; random?: number } = {}) => {
  const next = nextTry(attempts, { now, random: 0.5, ...more });
  return next && (next.getTime() - now.getTime()) / 60_000;
};

test("it is tried again after 1, 2, 4, 8, 16 and 32 minutes, and then given up", () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => minutes(attempts))).toEqual([1, 2, 4, 8, 16, 32, null]);
});

test("a pause is by at most a fifth shorter or longer", () => {
  expect([minutes(3, { random: 0 }), minutes(3, { random: 1 })]).toEqual([3.2, 4.8]);
});

test("it waits for as long as the receiver asks, but no longer than an hour, and never less than its own pause", () => {
  expect(minutes(1, { notBefore: at("10:05") })).toBe(5);
  expect(minutes(1, { notBefore: at("10:00:01") })).toBe(1);
  expect(minutes(1, { notBefore: at("13:00") })).toBe(60);
});
