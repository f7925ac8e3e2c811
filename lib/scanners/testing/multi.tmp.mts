import { readFileSync } from "node:fs";
import { readLine } from "../line.ts";

const c: Record<string, number[]> = {};
for (const l of readFileSync(process.argv[2] ?? "", "utf8")
  .trim()
  .split("\n")) {
  const r = JSON.parse(l);
  const f = new Set(
    readLine({ id: "1", role: r.role ?? "customer", text: r.text, before: r.before }).map((x) => x.label),
  );
  for (const [k, v] of Object.entries(r.labels)) {
    if (v === null) continue;
    const a = (c[k] ??= [0, 0, 0]);
    if (v === 1 && f.has(k)) a[0]!++;
    else if (v === 1) {
      a[2]!++;
      console.log("missed", k, r.text);
    } else if (f.has(k)) {
      a[1]!++;
      console.log("wrong ", k, r.text);
    }
  }
}
for (const [k, [tp = 0, fp = 0, fn = 0]] of Object.entries(c))
  console.log(k, tp, fp, fn, ((2 * tp) / (2 * tp + fp + fn)).toFixed(2));
