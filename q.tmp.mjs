import postgres from "postgres";
import { readFileSync } from "node:fs";
const sql = postgres(`postgres://seam:${readFileSync("/tmp/d-s6/postgres/password","utf8").trim()}@127.0.0.1:${readFileSync("/tmp/d-s6/postgres/port","utf8").trim()}/seam`, { onnotice(){} , max: 1});
const q = process.argv[2];
for (const one of q.split(";;")) { const r = await sql.unsafe(one); console.log(r.length > 0 ? r.map(x => Object.values(x).join(" | ")).join("\n") : r.count); }
await sql.end();
