import { expect, test } from "vitest";
import { asksText, partsText, promiseText } from "./one-wait.ts";

const wait = { outcome: "answered", isTakeover: false, waitSeconds: 1104, promisedWaitSeconds: 300 } as const;

test("a promise is kept, broken by so much, or none was given", () => {
  expect(promiseText({ ...wait, waitSeconds: 300 })).toBe("5:00 min, kept");
  expect(promiseText(wait)).toBe("5:00 min, broken by 13:24 min");
  expect(promiseText({ ...wait, promisedWaitSeconds: null })).toBe("none was given");
});

test("a promise to one whom nobody answered is broken, be it before its time", () => {
  expect(promiseText({ ...wait, outcome: "left", waitSeconds: 120 })).toBe("5:00 min, broken: nobody answered");
  expect(promiseText({ ...wait, outcome: "left" })).toBe("5:00 min, broken by 13:24 min");
  expect(promiseText({ ...wait, outcome: "closed_unanswered", waitSeconds: 120 })).toContain("nobody answered");
});

test("a promise that is not judged says why", () => {
  expect(promiseText({ ...wait, outcome: "left", waitSeconds: 20 })).toBe(
    "5:00 min, not judged: left within 30 seconds",
  );
  expect(promiseText({ ...wait, outcome: "waiting", waitSeconds: 100 })).toBe("5:00 min, not over yet");
  expect(promiseText({ ...wait, isTakeover: true, waitSeconds: 0 })).toBe("5:00 min, a person stepped in");
});

test("the parts of a wait add up, and what the source does not say is said", () => {
  const parts = {
    outcome: "answered",
    isTakeover: false,
    waitBusinessSeconds: 360,
    queueBusinessSeconds: 120,
  } as const;
  expect(partsText(parts)).toBe("2:00 min until accepted, 4:00 min to read and write");
  expect(partsText({ ...parts, waitBusinessSeconds: 361.2, queueBusinessSeconds: 120.9 })).toContain(
    "4:01 min to read",
  );
  expect(partsText({ ...parts, outcome: "left" })).toBe("2:00 min until accepted, no reply after that");
  expect(partsText({ ...parts, queueBusinessSeconds: null })).toBe("the source does not say when it was accepted");
  expect(partsText({ ...parts, outcome: "left", queueBusinessSeconds: null })).toContain("nobody accepted it, or");
  expect(partsText({ ...parts, isTakeover: true, queueBusinessSeconds: null })).toBeNull();
});

test("asking for a person is counted, and timed from the first time to the handoff", () => {
  const [ask, first] = [
    { count: 2, toHandoffSeconds: 240, toHandoffTurns: 3 },
    { at: "09:15:02", isBefore: true },
  ];
  const two = "for a person 2 times, first 09:15:02";
  expect(asksText(ask, first)).toEqual({ asked: two, led: "4:00 min, 3 more messages before the handoff" });
  expect(asksText({ ...ask, count: 1, toHandoffTurns: 1 }, first)).toEqual({
    asked: "for a person once, 09:15:02",
    led: "4:00 min, 1 more message before the handoff",
  });
  expect(asksText({ ...ask, toHandoffTurns: 0 }, first).led).toBe("4:00 min before the handoff");
  expect(asksText({ ...ask, toHandoffSeconds: null, toHandoffTurns: null }, first)).toEqual({
    asked: two,
    led: "no handoff followed",
  });
  expect(asksText(ask, { ...first, isBefore: false })).toEqual({ asked: two, led: "after the first handoff" });
});
