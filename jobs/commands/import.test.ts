import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { EXAMPLE } from "#lib/import/example.ts";

const held = testDb();
const dir = mkdtempSync(join(tmpdir(), "seam-import-"));
const command = join(import.meta.dirname, "import.ts");
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const TABLES =
  "conversations, assessments, messages, raw_payloads, data_defects, sources, import_runs, refused_records, workspaces";
beforeEach(async () => {
  await held.db.$client.unsafe(`truncate ${TABLES}`);
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date() });
});

type Ran = { code: number | null; out: string; err: string };
const start = (args: string[], input?: Buffer | string) => {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: dir,
    env: { ...process.env, DATABASE_URL: held.url },
  });
  const ran: Ran = { code: null, out: "", err: "" };
  child.stdout.on("data", (chunk) => (ran.out += chunk));
  child.stderr.on("data", (chunk) => (ran.err += chunk));
  child.stdin.end(input ?? "");
  const done = new Promise<Ran>((resolve) => child.on("close", (code) => resolve({ ...ran, code })));
  return { child, done };
};
const run = (args: string[], input?: Buffer | string) => start(args, input).done;

const record = (id: string, more: object = {}) => JSON.stringify({ ...EXAMPLE, id, ...more });
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(dir, name), content);
  return name;
};
const summary = (counts: string) => expect.stringContaining(counts);
const ids = async () =>
  (await held.db.$client<{ external_id: string }[]>`select external_id from conversations order by 1`).map(
    (row) => row.external_id,
  );

describe("a good file goes in", () => {
  test("plain, packed, from standard input, and a second time without any change", async () => {
    const lines = [record("a"), record("b")].join("\n");
    expect((await run([file("good.jsonl", lines)])).out).toEqual(summary("new 2, updated 0, unchanged 0, refused 0"));
    const before = await contentsOf(held.db);
    expect((await run([file("good.jsonl.gz", gzipSync(lines))])).out).toEqual(summary("new 0, updated 0, unchanged 2"));
    expect((await run(["-"], `${lines}\n${record("c")}`)).out).toEqual(summary("new 1, updated 0, unchanged 2"));
    expect(before["conversations"]).toHaveLength(2);
    expect(await ids()).toEqual(["a", "b", "c"]);
  });

  test("the four CSV files, in any order, with a row that names no conversation", async () => {
    file(
      "m.csv",
      "\ufeffconversation_id;message_at;author_kind;author_id;text\r\nc1;2026-11-02T10:00:00Z;customer;u;Hi; there\r\nnope;2026-11-02T10:00:00Z;customer;u;Hi\r\n",
    );
    file(
      "c.csv",
      "conversation_id,created_at,channel,customer_id,customer_plan,csat_score,csat_at,mood\nc1,2026-11-02T10:00:00Z,email,u,team,5,2026-11-03T10:00:00Z,grim\n",
    );
    file("h.csv", "conversation_id,handoff_at,trigger,to_team\nc1,2026-11-02T10:05:00Z,topic_rule,billing\n");
    file("e.csv", "conversation_id,event_at,event_type\nc1,2026-11-02T11:00:00Z,closed\n");
    const { out } = await run(["m.csv", "c.csv", "h.csv", "e.csv"]);
    expect(out).toEqual(summary("new 1, updated 0, unchanged 0, refused 1"));
    const [row] = await held.db.$client`select * from conversations`;
    expect(row).toMatchObject({
      channel: "email",
      extra: { mood: "grim" },
      declared_handoffs: [{ toTeam: "billing" }],
      ratings: [{ score: 5 }],
      events: [{ type: "closed" }],
    });
    expect(await held.db.$client`select line::int, reason from refused_records`).toMatchObject([
      { line: 3, reason: 'no conversation has the id "nope"' },
    ]);
  });

  test("a separator of other files is text; a quote never closed, and bytes that are not UTF-8, cost nothing else", async () => {
    const head = "conversation_id,message_id,message_at,author_kind,author_id,text";
    const row = (id: string, text: string) => `c1,${id},2026-11-02T10:0${id}:00Z,customer,u,${text}`;
    const rows = [
      row("1", "Hi; there | you"),
      row("2", '"never closed'),
      row("3", '"two\r\nlines, ""quoted"""'),
      row("4", 'a 5" screen'),
    ];
    const bytes = Buffer.concat([
      Buffer.from(`${[head, ...rows].join("\r\n")}\r\n`),
      Buffer.from(row("5", "caf")),
      Buffer.from([0xe9]),
    ]);
    const conversations = "conversation_id;created_at;tags;topic\nc1;2026-11-02T10:00:00Z;a|b;billing\n";
    const { out } = await run([file("m.csv", bytes), "-"], conversations);
    expect(out).toEqual(summary("new 1, updated 0, unchanged 0, refused 1"));
    expect(await held.db.$client`select text from messages order by position`).toMatchObject([
      { text: "Hi; there | you" },
      { text: 'two\nlines, "quoted"' },
      { text: 'a 5" screen' },
      { text: "caf\ufffd" },
    ]);
    expect(await held.db.$client`select tags, topic from conversations`).toMatchObject([
      { tags: ["a", "b"], topic: "billing" },
    ]);
    expect(await held.db.$client`select line::int, reason from refused_records`).toMatchObject([
      { line: 3, reason: "a quote is opened and never closed" },
    ]);
    expect(await held.db.$client`select code from data_defects`).toMatchObject([{ code: "invalid_utf8" }]);
  });

  test("a CSV row that came before its conversation is added to it by a retry, and stays", async () => {
    const rows = ["m1", "m2"].map((id) => `c1,${id},2026-11-02T10:00:00Z,customer,u,Hi,grim`);
    await run([
      file("m.csv", ["conversation_id,message_id,message_at,author_kind,author_id,text,mood", ...rows].join("\n")),
    ]);
    const conversation = file(
      "c.csv",
      "conversation_id,created_at,updated_at\nc1,2026-11-02T10:00:00Z,2026-11-02T11:00:00Z\n",
    );
    expect((await run([conversation])).out).toEqual(summary("new 1"));
    expect((await run(["--retry"])).out).toEqual(summary("2 taken now, 0 still refused"));
    expect((await run([conversation])).out).toEqual(summary("new 0, updated 0, unchanged 1"));
    expect(await held.db.$client`select message_id from messages order by 1`).toMatchObject([
      { message_id: "m1" },
      { message_id: "m2" },
    ]);
    expect((await run([conversation, "m.csv"])).out).toEqual(summary("refused 0"));
    expect(await held.db.$client`select message_id from messages order by 1`).toHaveLength(2);
    expect(await held.db.$client`select payload from raw_payloads where payload like '%grim%'`).not.toHaveLength(0);
  });

  test("one document over many lines, and a list of records", async () => {
    expect((await run([file("one.json", JSON.stringify(EXAMPLE, null, 2))])).out).toEqual(summary("new 1"));
    expect((await run([file("list.json", `[${record("x")},\n${record("y")}]`)])).out).toEqual(summary("new 2"));
  });
});

describe("a bad line is refused and the rest goes in", () => {
  test.each<[string, string | Buffer, string, string]>([
    [
      "a truncated last line",
      `${record("a")}\n${record("b").slice(0, 300)}`,
      "new 1, updated 0, unchanged 0, refused 1",
      "broken or cut off",
    ],
    [
      "broken JSON in the middle",
      `${record("a")}\n{"id": nope}\n${record("b")}`,
      "new 2, updated 0, unchanged 0, refused 1",
      "broken or cut off",
    ],
    [
      "a line of 6 MB",
      `${record("a")}\n${record("big", { subject: "x".repeat(6 << 20) })}\n${record("b")}`,
      "new 2, updated 0, unchanged 0, refused 1",
      "longer than 5 MB",
    ],
    [
      "a record without an id",
      `${record("a")}\n${record("", { id: null })}`,
      "new 1, updated 0, unchanged 0, refused 1",
      "missing or unusable",
    ],
  ])("%s", async (_name, content, counts, reason) => {
    const { out, code } = await run([file("bad.jsonl", content)]);
    expect({ out, code }).toEqual({ out: summary(counts), code: 0 });
    const [refused] = await held.db.$client`select line, reason from refused_records`;
    expect(refused?.["reason"]).toContain(reason);
    expect(readFileSync(join(dir, "bad.jsonl.refused.jsonl"), "utf8")).toContain(reason);
  });

  test("byte order mark, CRLF, empty lines and duplicate ids are no reason to refuse", async () => {
    const content = `\ufeff${record("a")}\r\n\r\n${record("a", { revision: "2026-11-05T00:00:00Z", subject: "newer" })}\r\n${record("b")}\r\n`;
    expect((await run([file("bom.jsonl", content)])).out).toEqual(summary("new 2, updated 0, unchanged 1, refused 0"));
    expect(await held.db.$client`select subject from conversations where external_id = 'a'`).toMatchObject([
      { subject: "newer" },
    ]);
  });

  test("bytes that are not UTF-8 are replaced and listed", async () => {
    const bytes = Buffer.concat([
      Buffer.from(record("a").slice(0, -1)),
      Buffer.from([...',"note":"'].map((c) => c.charCodeAt(0))),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    expect((await run([file("latin.jsonl", bytes)])).out).toEqual(summary("new 1, updated 0, unchanged 0, refused 0"));
    expect(await held.db.$client`select code from data_defects`).toMatchObject([{ code: "invalid_utf8" }]);
  });

  test("refused records of two files of one name stay apart, and more than one page of them is tried again", async () => {
    for (const folder of ["one", "two"]) mkdirSync(join(dir, folder), { recursive: true });
    const bad = (from: number, n: number) => Array.from({ length: n }, (_, i) => `{"n":${from + i}}`).join("\n");
    await run([file("one/same.jsonl", bad(0, 150)), file("two/same.jsonl", bad(150, 1))]);
    expect(readFileSync(join(dir, "same.jsonl.refused.jsonl"), "utf8").trim().split("\n")).toHaveLength(150);
    expect(readFileSync(join(dir, "same.jsonl.2.refused.jsonl"), "utf8").trim().split("\n")).toHaveLength(1);
    expect((await run(["--retry"])).out).toEqual(summary("0 taken now, 151 still refused"));
  });

  test("where the file of the refused cannot be written, the rest goes in and the table has them", async () => {
    mkdirSync(join(dir, "blocked.jsonl.refused.jsonl"), { recursive: true });
    const { out, err, code } = await run([file("blocked.jsonl", `{"n":1}\n${record("a")}`)]);
    expect({ out, code }).toEqual({ out: summary("new 1, updated 0, unchanged 0, refused 1"), code: 0 });
    expect(err).toContain("cannot be written");
    expect(await held.db.$client`select line::int from refused_records`).toMatchObject([{ line: 1 }]);
  });

  test("refused records can be tried again", async () => {
    await run([file("retry.jsonl", record("", { id: null }))]);
    const [row] = await held.db.$client`select id, payload from refused_records`;
    expect((await run(["--retry"])).out).toEqual(summary("0 taken now, 1 still refused"));
    await held.db
      .$client`update refused_records set payload = ${String(row?.["payload"]).replace('"id":null', '"id":"mended"')}`;
    expect((await run(["--retry"])).out).toEqual(summary("1 taken now, 0 still refused"));
    expect(await ids()).toEqual(["mended"]);
  });
});

describe("a file that cannot be read ends in one sentence, and the others go in", () => {
  test.each<[string, () => string, string]>([
    ["empty", () => file("empty.jsonl", ""), "nothing in it."],
    ["missing", () => "gone.jsonl", "does not exist."],
    ["a directory", () => basename(mkdirSync(join(dir, "folder"), { recursive: true }) ?? "folder"), "is a directory"],
    ["another format", () => file("notes.txt", "Dear diary"), "is neither JSON nor one of the four CSV files."],
  ])("%s", async (_name, make, sentence) => {
    const { code, err, out } = await run([make(), file("fine.jsonl", record("a"))]);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
    expect(out).toEqual(summary("new 1"));
  });

  test("a packed file that is cut off gives what came before, a packed file of nothing has nothing in it", async () => {
    const lines = Array.from({ length: 400 }, (_, i) =>
      record(`c${i}`, { note: randomBytes(200).toString("hex") }),
    ).join("\n");
    const packed = gzipSync(lines);
    file("cut.gz", packed.subarray(0, packed.length / 2));
    file("none.gz", gzipSync(""));
    const csv = gzipSync("conversation_id,created_at\nx,2026-11-02T10:00:00Z\n");
    file("cut.csv.gz", csv.subarray(0, csv.length - 4));
    const { code, out, err } = await run(["cut.gz", "none.gz", "cut.csv.gz", file("fine.jsonl", record("fine"))]);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toEqual([
      expect.stringContaining("cut.gz is damaged or cut off"),
      expect.stringContaining("none.gz: nothing in it."),
      expect.stringContaining("cut.csv.gz is damaged or cut off"),
    ]);
    expect(out.trim().split("\n")).toHaveLength(3);
    const stored = await ids();
    expect(stored.length).toBeGreaterThan(100);
    expect(stored).toEqual(expect.arrayContaining(["c0", "fine", "x"]));
    expect(await held.db.$client`select error from import_runs where file_name = 'cut.gz'`).toMatchObject([
      { error: expect.stringContaining("cut off") },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)("without permission (skipped as root, who may read everything)", async () => {
    chmodSync(join(dir, file("secret.jsonl", record("a"))), 0o000);
    expect((await run(["secret.jsonl"])).err).toContain("may not be read by this user.");
  });

  test("a workspace that shows the demo takes nothing in until it is told to leave the demo", async () => {
    await held.db.$client`update workspaces set mode = 'demo'`;
    const name = file("own.jsonl", record("a"));
    expect(await run([name])).toMatchObject({
      code: 1,
      err: expect.stringContaining("This workspace shows the demo."),
    });
    expect((await run(["--start-with-my-data", name])).out).toEqual(summary("new 1"));
  });
});

test("killed at many moments and started again, nothing is lost, doubled or half-written", async () => {
  const total = 3000;
  const name = file("long.jsonl", Array.from({ length: total }, (_, i) => record(`c${i}`)).join("\n"));
  await run([name]);
  const whole = await contentsOf(held.db);
  await held.db.$client.unsafe(`truncate ${TABLES}`);
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date() });
  let kills = 0;
  for (let attempt = 1; attempt <= 14; attempt += 1) {
    const { child, done } = start([name]);
    const wanted = Math.min(total - 500, attempt * 170);
    for (let stored = 0; stored < wanted && child.exitCode === null; ) {
      const [row] = await held.db.$client<{ n: number }[]>`select count(*)::int as n from messages`;
      stored = (row?.n ?? 0) / (EXAMPLE.messages?.length ?? 1);
      if (stored % 1 !== 0) throw new Error("half a conversation is visible");
    }
    if (child.kill("SIGKILL")) kills += 1;
    await done;
  }
  expect(kills).toBeGreaterThanOrEqual(12);
  await run([name]);
  expect(await contentsOf(held.db)).toEqual(whole);
}, 120_000);
