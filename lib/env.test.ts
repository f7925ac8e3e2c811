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

test("an address is taken without what follows its host, and only one of the web", () => {
  expect(readEnv({ NEXTAUTH_URL: "https://seam.example.com/" }).NEXTAUTH_URL).toBe("https://seam.example.com");
  expect(() => readEnv({ NEXTAUTH_URL: "javascript:alert(1)" })).toThrow(/NEXTAUTH_URL/);
});

test("everything that is typed or started reads .env", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const readers = Object.values(scripts).filter((script) => /node .*(jobs\/commands|jobs\/worker)/.test(script));
  expect(readers.length).toBeGreaterThan(6);
  expect(readers.filter((script) => !script.includes("--import ./jobs/env-file.mjs"))).toEqual([]);
});
