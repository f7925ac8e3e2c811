import { expect, test } from "vitest";
import { contentsOf } from "#db/testing/contents.ts";
import { importCommand, record } from "#jobs/testing/import-command.ts";
import { EXAMPLE } from "#lib/import/example.ts";

const { held, empty, start, run, file } = importCommand();

test("killed at many moments and started again, nothing is lost, doubled or half-written", async () => {
  const total = 3000;
  const name = file("long.jsonl", Array.from({ length: total }, (_, i) => record(`c${i}`)).join("\n"));
  await run([name]);
  const whole = await contentsOf(held.db);
  await empty();
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
