import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";

const held = testDb();
const dir = mkdtempSync(join(tmpdir(), "seam-articles-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (path: string, text: string): void => {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
};

type Ran = { code: number; out: string; err: string };
const run = (...args: string[]): Promise<Ran> =>
  new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: held.url };
    const command = join(import.meta.dirname, "articles.ts");
    execFile(process.execPath, [command, ...args], { cwd: dir, env }, (error, out, err) =>
      done({ code: error ? 1 : 0, out, err }),
    );
  });

const stored = () =>
  held.db.$client`select a.external_id as id, a.title, a.body, a.removed_at is not null as gone, c.name
    from articles a join article_collections c on c.id = a.collection_id order by 1`;

beforeEach(async () => {
  rmSync(join(dir, "help"), { recursive: true, force: true });
  await held.db.$client`truncate article_collections, articles, workspaces`;
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date() });
});

test("a folder of Markdown comes in, and is kept current by running it again", async () => {
  file("help/refunds.md", "---\ntitle: Refunds\nlanguage: en\n---\nFive days.");
  file("help/account/login.markdown", "# Login\n\nA new password.");
  file("help/empty.md", "# Nothing\n");
  file("help/later.md", "---\ndraft: true\n---\n# Later\nSoon.");
  file("help/.git/notes.md", "# Not ours\nat all");
  file("help/picture.png", "no text");
  const first = await run("help");
  expect(first).toEqual({
    code: 0,
    err: "",
    out: "help: new 2, changed 0, unchanged 0, gone 0; drafts left out 1, refused 1\n  refused · empty.md: it has no body\n",
  });
  expect(await stored()).toEqual([
    { id: "account/login.markdown", title: "Login", body: "A new password.", gone: false, name: "help" },
    { id: "refunds.md", title: "Refunds", body: "Five days.", gone: false, name: "help" },
  ]);
  file("help/refunds.md", "---\ntitle: Refunds\n---\nSix days.");
  rmSync(join(dir, "help/account"), { recursive: true });
  expect((await run("./help/")).out).toContain("help: new 0, changed 1, unchanged 0, gone 1;");
  expect(await stored()).toMatchObject([{ gone: true }, { body: "Six days.", gone: false }]);
});

test("an article that can no longer be read stays as it was", async () => {
  file("help/refunds.md", "# Refunds\nFive days.");
  file("help/login.md", "# Login\nA new password.");
  await run("help", "--name", "Help centre");
  file("help/refunds.md", "---\ntitle: [Refunds\n---\nSix days.");
  const { out } = await run("help", "--name", "Help centre");
  expect(out).toContain(
    "unchanged 1, gone 0; drafts left out 0, refused 1\n  refused · refunds.md: its front matter is",
  );
  expect(await stored()).toMatchObject([{ id: "login.md" }, { id: "refunds.md", body: "Five days.", gone: false }]);
});

test("a CSV file comes in; what is wrong with a row is said by its line", async () => {
  file("help.csv", "title,body,url\nRefunds,Five days,https://help.example\nRefunds,Six days,\nLogin,,\n");
  expect((await run("help.csv")).out).toBe(
    [
      "help: new 1, changed 0, unchanged 0, gone 0; drafts left out 0, refused 2",
      "  refused · line 3: it has the same id as line 2",
      "  refused · line 4: it has no body",
      "",
    ].join("\n"),
  );
});

test.each([
  ["a path that is not there", ["nowhere"], "nowhere does not exist.\n"],
  ["a folder without articles", ["bare"], "bare holds no Markdown file (.md).\n"],
  ["a single article", ["bare/../one.md"], "bare/../one.md is one article: name the folder that it is in.\n"],
  ["a table of something else", ["other.csv"], "The file has no columns “title” and “body”.\n"],
])("%s: one sentence, and nothing changes", async (_name, args, err) => {
  mkdirSync(join(dir, "bare"), { recursive: true });
  file("one.md", "# One\nword");
  file("other.csv", "name,text\na,b\n");
  expect(await run(...args)).toEqual({ code: 1, out: "", err });
  expect(await stored()).toEqual([]);
});

test("a workspace that shows the demo takes none", async () => {
  await held.db.$client`update workspaces set mode = 'demo'`;
  file("help/refunds.md", "# Refunds\nFive days.");
  expect((await run("help")).err).toMatch(/^This workspace shows the demo\./);
  expect(await stored()).toEqual([]);
});
