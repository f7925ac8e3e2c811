import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importCommand, record, summary } from "#jobs/testing/import-command.ts";

const { held, dir, run, file, ids } = importCommand();

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
