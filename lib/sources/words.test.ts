import { expect, test } from "vitest";
import { isInTrouble, paceOf, stateText, type Told } from "./words.ts";

const at = new Date("2026-11-20T12:00:00Z");
const live: Told = { kind: "chatwoot", state: "active", failingSince: null, watermarkAt: at };

test("a source says how it is", () => {
  expect(stateText(live, at)).toBe("up to date");
  expect(stateText({ ...live, watermarkAt: null }, at)).toBe("being read for the first time");
  expect(stateText({ ...live, failingSince: at }, at)).toBe("cannot be read");
  expect(stateText({ ...live, failingSince: at, state: "paused" }, at)).toBe("paused");
  expect(stateText(live, new Date(at.getTime() + 3 * 60_000))).toBe("up to date");
  expect(stateText(live, new Date(at.getTime() + 3 * 60_000 + 1))).toBe("behind");
  expect(stateText({ ...live, kind: "push", watermarkAt: null }, at)).toBe("takes what is sent");
});

test("credentials that could not be checked yet are not being checked, and somebody should know", () => {
  const checking = { ...live, state: "checking" as const };
  expect([stateText(checking, at), isInTrouble(checking)]).toEqual(["checking the credentials", false]);
  const failing = { ...checking, failingSince: at };
  expect([stateText(failing, at), isInTrouble(failing)]).toEqual(["credentials not checked yet", true]);
});

test("one that was refused or cannot be read is in trouble, one that was paused is not", () => {
  expect([live, { ...live, failingSince: at }, { ...live, state: "refused" as const }].map(isInTrouble)).toEqual([
    false,
    true,
    true,
  ]);
  expect(isInTrouble({ ...live, state: "paused", failingSince: at })).toBe(false);
});

test("half of a thousand in a minute leaves a minute", () => {
  const startedAt = new Date(at.getTime() - 60_000);
  expect(paceOf({ done: 500, total: 1000, startedAt }, at)).toEqual({ perMinute: 500, secondsLeft: 60 });
  expect(paceOf({ done: 500, total: null, startedAt }, at)).toEqual({ perMinute: 500, secondsLeft: null });
});

test("too short a time says nothing about the pace", () => {
  expect(paceOf({ done: 500, total: 1000, startedAt: new Date(at.getTime() - 4999) }, at)).toBeNull();
  expect(paceOf({ done: 0, total: 1000, startedAt: new Date(0) }, at)).toBeNull();
  expect(paceOf({ done: 5, total: 10, startedAt: null }, at)).toBeNull();
});
