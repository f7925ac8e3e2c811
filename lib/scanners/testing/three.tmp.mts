import { readFileSync } from "node:fs";
import { readLine } from "../line.ts";

for (const l of readFileSync("lib/scanners/golden/introduction.jsonl", "utf8").trim().split("\n")) {
  const r = JSON.parse(l);
  const f = readLine({ id: "1", role: "human", text: r.text }).map((x) => x.label);
  const got = f.includes("cold_open") ? "cold" : f.some((x) => x.startsWith("warm")) ? "warm" : "neither";
  if (got !== r.labels.three) console.log(got, "should be", r.labels.three, r.text);
}
