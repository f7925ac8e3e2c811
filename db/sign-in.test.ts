import { expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { acceptLink, createLink, firstAdminLink, forgetAttempts, mayAttempt, openLink } from "./sign-in.ts";
import { createApiToken, revokeToken, tokenByText, workingTokens } from "./tokens.ts";
import { ensurePersonas, people, personaByEmail, removeUser, userByEmail, userById } from "./users.ts";

const held = testDb();
const now = new Date("2026-11-20T12:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const DAY = 86_400_000;
const given = { email: "Ada@Example.com", name: "Ada", passwordHash: "x" };

test("the first admin's link works once, is renewed at each start and gone once there is an admin", async () => {
  const first = (await firstAdminLink(held.db, now)) ?? "";
  const second = (await firstAdminLink(held.db, now)) ?? "";
  expect(await openLink(held.db, first, now)).toBeNull();
  expect(await openLink(held.db, second, later(8 * DAY))).toBeNull();
  const id = await acceptLink(held.db, { ...given, token: second, now });
  expect(await userById(held.db, id)).toMatchObject({ email: "ada@example.com", role: "admin", isPersona: false });
  await expect(acceptLink(held.db, { ...given, token: second, now })).rejects.toMatchObject({ code: "conflict" });
  expect(await firstAdminLink(held.db, now)).toBeNull();
});

test("an invitation keeps its address and role; a reset changes the password alone", async () => {
  const token = await createLink(held.db, { purpose: "invite", email: "Bo@Example.com", role: "planner", now });
  await acceptLink(held.db, { token, email: "evil@example.com", name: "Bo", passwordHash: "old", now });
  const bo = await userByEmail(held.db, "BO@example.com");
  expect(bo).toMatchObject({ role: "planner", name: "Bo" });
  const reset = await createLink(held.db, { purpose: "reset", email: "bo@example.com", role: "admin", now });
  await acceptLink(held.db, { token: reset, email: "", name: "Mallory", passwordHash: "new", now });
  expect(await userByEmail(held.db, "bo@example.com")).toMatchObject({ ...bo, passwordHash: "new" });
});

test("an address that has an account cannot be made anew, by whichever link, and a first admin only once", async () => {
  const conflict = { code: "conflict" };
  const invite = await createLink(held.db, { purpose: "invite", email: "ada@example.com", role: "manager", now });
  await expect(acceptLink(held.db, { ...given, token: invite, passwordHash: "theirs", now })).rejects.toMatchObject(
    conflict,
  );
  expect(await userByEmail(held.db, "ada@example.com")).toMatchObject({ role: "admin", passwordHash: "x" });
  const second = await createLink(held.db, { purpose: "first_admin", email: null, role: "admin", now });
  await expect(acceptLink(held.db, { ...given, email: "eve@example.com", token: second, now })).rejects.toMatchObject(
    conflict,
  );
});

test("whoever was removed does not come back by a link made before", async () => {
  const invite = await createLink(held.db, { purpose: "invite", email: "gone@example.com", role: "manager", now });
  const id = await acceptLink(held.db, { ...given, token: invite, now });
  const reset = await createLink(held.db, { purpose: "reset", email: "gone@example.com", role: "admin", now });
  await removeUser(held.db, id, now);
  expect(await openLink(held.db, reset, now)).toBeNull();
  const late = await createLink(held.db, { purpose: "reset", email: "gone@example.com", role: "admin", now });
  await expect(acceptLink(held.db, { ...given, token: late, now })).rejects.toMatchObject({ code: "conflict" });
  expect(await userByEmail(held.db, "gone@example.com")).toBeNull();
});

test("of two who use a link at the same moment one gets in", async () => {
  const token = await createLink(held.db, { purpose: "invite", email: "c@example.com", role: "manager", now });
  const tries = await Promise.allSettled([1, 2].map(() => acceptLink(held.db, { ...given, token, now })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("the only admin cannot be removed; others are out at once", async () => {
  const admin = await userByEmail(held.db, "ada@example.com");
  await expect(removeUser(held.db, admin?.id ?? "", now)).rejects.toMatchObject({ code: "conflict" });
  const bo = await userByEmail(held.db, "bo@example.com");
  await removeUser(held.db, bo?.id ?? "", now);
  expect(await userById(held.db, bo?.id ?? "")).toBeNull();
  expect((await people(held.db)).map(({ email }) => email)).not.toContain("bo@example.com");
});

test("only people of the demo are personas", async () => {
  await ensurePersonas(held.db, now);
  await ensurePersonas(held.db, now);
  expect((await people(held.db)).filter(({ isPersona }) => isPersona)).toHaveLength(3);
  expect(await personaByEmail(held.db, "mara@marlow-books.example")).toMatchObject({ role: "manager" });
  expect(await personaByEmail(held.db, "ada@example.com")).toBeNull();
});

test("ten attempts in a quarter of an hour lock an address, and time or the right password opens it", async () => {
  const tried = await Promise.all(Array.from({ length: 14 }, () => mayAttempt(held.db, "X@example.com", now)));
  expect(tried.filter((may) => may).length).toBeLessThanOrEqual(10);
  for (let i = 0; i < 10; i++) await mayAttempt(held.db, "x@example.com", now);
  expect(await mayAttempt(held.db, "x@example.com ", later(14 * 60_000))).toBe(false);
  expect(await mayAttempt(held.db, "y@example.com", now)).toBe(true);
  expect(await mayAttempt(held.db, "x@example.com", later(16 * 60_000))).toBe(true);
  await forgetAttempts(held.db, "x@example.com");
  expect(await mayAttempt(held.db, "x@example.com", now)).toBe(true);
});

test("an API token works until it is revoked, and only its hash is stored", async () => {
  const token = await createApiToken(held.db, { name: "report", now });
  expect(await tokenByText(held.db, token, now)).toMatchObject({ canWrite: false });
  expect(await tokenByText(held.db, `${token}x`, now)).toBeNull();
  const [row] = await workingTokens(held.db);
  expect(JSON.stringify(row)).not.toContain(token);
  await revokeToken(held.db, row?.id ?? "", now);
  expect(await tokenByText(held.db, token, now)).toBeNull();
});
