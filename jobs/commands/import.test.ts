import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { contentsOf } from "#db/testing/contents.ts";
import { importCommand, record, summary } from "#jobs/testing/import-command.ts";
import { EXAMPLE } from "#lib/import/example.ts";

const { held, run, file, ids } = importCommand();

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
