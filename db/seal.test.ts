import { expect, test } from "vitest";
import { open, seal } from "./seal.ts";

const changed = (sealed: string, at: number): string => {
  const bytes = Buffer.from(sealed, "base64");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString("base64");
};

test("what was sealed is opened again for the same purpose, and is never sealed the same way twice", async () => {
  const [one, two] = [await seal("s3cret ü", "source/token"), await seal("s3cret ü", "source/token")];
  expect(await open(one, "source/token")).toBe("s3cret ü");
  expect(one.sealed).not.toBe(two.sealed);
  expect(Buffer.from(one.sealed, "base64").toString("latin1")).not.toContain("s3cret");
});

test("a secret moved to another source or name cannot be opened", async () => {
  const sealed = await seal("s3cret", "source/token");
  await expect(open(sealed, "other/token")).rejects.toThrow("cannot be opened");
});

test("one changed byte, in the nonce, the tag or the text, and nothing is opened", async () => {
  const { keyId, sealed } = await seal("s3cret", "source/token");
  for (const at of [0, 12, 28]) {
    await expect(open({ keyId, sealed: changed(sealed, at) }, "source/token")).rejects.toThrow("cannot be opened");
  }
});

test("a secret of another key is told apart from a broken one", async () => {
  const { sealed } = await seal("s3cret", "source/token");
  await expect(open({ keyId: "another", sealed }, "source/token")).rejects.toThrow("encrypted with another key");
});
