import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENV_KEYS, isOnLoopback, readEnv } from "./env.ts";

test("the example names every key there is, and no other", () => {
  const named = readFileSync(".env.example", "utf8").match(/^[A-Z_]+(?==)/gm);
  expect(named?.toSorted()).toEqual(ENV_KEYS.toSorted());
});

test("an empty value counts as absent, and a wrong one is named in one sentence", () => {
  expect(readEnv({ PORT: "", HOST: "" })).toMatchObject({ PORT: 3000, HOST: "127.0.0.1" });
  expect(() => readEnv({ PORT: "seventy", DATABASE_URL: "mysql://x" })).toThrow(
    /PORT.*DATABASE_URL|DATABASE_URL.*PORT/s,
  );
});

test("behind an address that others reach, loopback is not this machine alone", () => {
  expect(isOnLoopback(readEnv({}))).toBe(true);
  expect(isOnLoopback(readEnv({ HOST: "::1", NEXTAUTH_URL: "http://[::1]:3000" }))).toBe(true);
  expect(isOnLoopback(readEnv({ HOST: "0.0.0.0" }))).toBe(false);
  expect(isOnLoopback(readEnv({ NEXTAUTH_URL: "https://seam.example.com" }))).toBe(false);
});
