import { expect, test } from "vitest";
import { AppError, sentenceOf } from "./errors.ts";
import { messageOf } from "./log.ts";

test("what can be expected is a sentence, the rest is not", () => {
  expect(sentenceOf(new AppError("conflict", "Taken."))).toBe("Taken.");
  expect(sentenceOf(Object.assign(new Error("write"), { code: "ENOSPC", syscall: "write" }))).toBe("The disk is full.");
  const denied = Object.assign(new Error("EACCES: permission denied, mkdir '/x'"), {
    code: "EACCES",
    syscall: "mkdir",
  });
  expect(sentenceOf(denied)).toBe("The system refuses: EACCES: permission denied, mkdir '/x'.");
  expect(sentenceOf(new TypeError("x is not a function"))).toBeNull();
  expect(sentenceOf(undefined)).toBeNull();
});

test("what a query was given is not in the log", () => {
  const cause = new Error("connection closed");
  const failed = Object.assign(new Error("Failed query: select …\nparams: ada@example.com", { cause }), { query: "" });
  expect(messageOf(failed)).toBe("connection closed");
  expect(messageOf("text")).toBe("text");
  expect(messageOf({ message: "the queue is closed", queue: "sync" })).toBe("the queue is closed");
});
