import { beforeEach, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { addUser, removeUser } from "#db/users.ts";
import { changeView, removeView, restoreView, saveView, viewsFor } from "./views.ts";

const held = testDb();
const NOW = new Date("2026-11-20T12:00:00Z");
const people = { mara: "", tom: "", ada: "" };

beforeEach(async () => {
  await held.db.$client`truncate views, users`;
  for (const name of ["mara", "tom", "ada"] as const) {
    const role = name === "ada" ? "admin" : "manager";
    people[name] = await addUser(held.db, { email: `${name}@example.com`, name, role, passwordHash: "x", now: NOW });
  }
});

const save = (owner: keyof typeof people, name: string, isShared = false) =>
  saveView(held.db, { ownerId: people[owner], name, path: "/weekly", query: "team=billing", isShared, now: NOW });
const names = async (reader: keyof typeof people) => (await viewsFor(held.db, people[reader])).map(({ name }) => name);
const as = (who: keyof typeof people) => ({ id: people[who], isAdmin: who === "ada" });

test("one's own views are one's own, shared ones are everybody's", async () => {
  await save("mara", "Monday review", true);
  await save("mara", "billing");
  await save("tom", "Billing");
  expect(await viewsFor(held.db, people.mara)).toMatchObject([
    { name: "billing", isOwn: true, isShared: false, owner: "mara", path: "/weekly", query: "team=billing" },
    { name: "Monday review", isOwn: true, isShared: true },
  ]);
  expect(await names("tom")).toEqual(["Billing", "Monday review"]);
  await removeUser(held.db, people.mara, NOW);
  expect(await names("ada")).toEqual(["Monday review"]);
});

test("a name stands for one view of its owner, whatever its letters' case", async () => {
  await save("mara", "Monday");
  await expect(save("mara", "MONDAY")).rejects.toThrow("There is a view of this name already.");
  const other = await save("mara", "Tuesday");
  await expect(changeView(held.db, other, as("mara"), { name: "monday", isShared: false })).rejects.toThrow(
    "of this name",
  );
});

test("only its owner changes a view, and an admin one that is shared", async () => {
  const [own, shared] = [await save("mara", "own"), await save("mara", "shared", true)];
  const rename = (id: string, who: keyof typeof people) =>
    changeView(held.db, id, as(who), { name: `by ${who}`, isShared: id === shared });
  for (const act of [
    () => rename(shared, "tom"),
    () => rename(own, "ada"),
    () => removeView(held.db, own, as("tom"), NOW),
    () => removeView(held.db, own, as("ada"), NOW),
    () => removeView(held.db, shared, as("tom"), NOW),
    () => restoreView(held.db, shared, as("tom")),
  ]) {
    await expect(act()).rejects.toThrow("only its owner can change it");
  }
  expect(await names("mara")).toEqual(["own", "shared"]);
  await rename(shared, "ada");
  await rename(own, "mara");
  expect(await names("mara")).toEqual(["by ada", "by mara"]);
});

test("what was deleted comes back as it was, unless its name is taken meanwhile", async () => {
  const id = await save("mara", "Monday", true);
  for (const _ of [1, 2]) await removeView(held.db, id, as("mara"), NOW);
  expect(await names("tom")).toEqual([]);
  await restoreView(held.db, id, as("mara"));
  expect(await names("tom")).toEqual(["Monday"]);
  await removeView(held.db, id, as("mara"), NOW);
  await save("mara", "monday");
  await expect(restoreView(held.db, id, as("mara"))).rejects.toThrow("There is a view of this name already.");
});
