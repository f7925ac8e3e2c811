import { readFileSync } from "node:fs";
const { openDb } = await import("#db/client.ts");
const { parseFilters } = await import("#lib/filters.ts");
const w = await import("#db/metrics/weekly.ts");
const url = `postgres://seam:${readFileSync("/tmp/d-s6/postgres/password","utf8").trim()}@127.0.0.1:${readFileSync("/tmp/d-s6/postgres/port","utf8").trim()}/seam`;
const db = openDb(url, { max: 5, name: "t" });
const now = new Date("2026-11-20T12:00:00Z");
for (let i = 0; i < 5; i++) {
  const f = () => parseFilters({ week: "2026-W46" }, { now, zone: "Europe/Berlin" });
  let t = performance.now(); await w.checklistOf(db, f(), now); const a = performance.now() - t;
  t = performance.now(); await Promise.all(w.HEADLINES.map((k) => w.headlineOf(db, k, f(), now))); const b = performance.now() - t;
  t = performance.now(); await Promise.all(w.COST_OUTCOMES.map((k) => w.costsOf(db, k, f()))); const c = performance.now() - t;
  console.log({ checklist: a.toFixed(0), headlines: b.toFixed(0), costs: c.toFixed(0) });
}
await db.$client.end();
