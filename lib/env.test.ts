import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENV_KEYS, isOnLoopback, publicAddress, readEnv } from "./env.ts";

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
  expect(isOnLoopback(readEnv({ SEAM_PUBLIC_URL: "https://seam.example.com" }))).toBe(false);
});

test("an address is taken without what follows its host, and only one of the web", () => {
  expect(readEnv({ NEXTAUTH_URL: "https://seam.example.com/" }).NEXTAUTH_URL).toBe("https://seam.example.com");
  expect(() => readEnv({ NEXTAUTH_URL: "javascript:alert(1)" })).toThrow(/NEXTAUTH_URL/);
});

test("links in messages begin with the public address, else with the one that people type", () => {
  expect(publicAddress(readEnv({ HOST: "::1", PORT: "3100" }))).toBe("http://[::1]:3100");
  expect(publicAddress(readEnv({ NEXTAUTH_URL: "http://seam.inner/" }))).toBe("http://seam.inner");
  const both = { NEXTAUTH_URL: "http://seam.inner", SEAM_PUBLIC_URL: "https://seam.example.com/queue" };
  expect(publicAddress(readEnv(both))).toBe("https://seam.example.com");
});

test("a mail server needs somebody whom messages are from", () => {
  const SEAM_SMTP_URL = "smtps://user:secret@mail.example.com";
  expect(() => readEnv({ SEAM_SMTP_URL })).toThrow(/SEAM_MAIL_FROM \(is needed/);
  expect(() => readEnv({ SEAM_SMTP_URL, SEAM_MAIL_FROM: "Seam" })).toThrow(/SEAM_MAIL_FROM \(an address/);
  expect(() => readEnv({ SEAM_SMTP_URL: "http://mail.example.com" })).toThrow(/SEAM_SMTP_URL/);
  expect(readEnv({ SEAM_SMTP_URL, SEAM_MAIL_FROM: "Seam <seam@example.com>" })).toMatchObject({ SEAM_SMTP_URL });
});

test("everything that is typed or started reads .env", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const readers = Object.values(scripts).filter((script) => /node .*(jobs\/commands|jobs\/worker)/.test(script));
  expect(readers.length).toBeGreaterThan(6);
  expect(readers.filter((script) => !script.includes("--import ./jobs/env-file.mjs"))).toEqual([]);
});
