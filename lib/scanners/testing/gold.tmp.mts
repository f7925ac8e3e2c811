import { readFileSync } from "node:fs";
import { readLine } from "../line.ts";

const [file = "", labels = "", role = "customer"] = process.argv.slice(2);
const want = labels.split(",");
let tp = 0,
  fp = 0,
  fn = 0;
for (const l of readFileSync(file, "utf8").trim().split("\n")) {
  const r = JSON.parse(l);
  const so = r.binary === 1;
  const f = readLine({ id: "1", role: r.role ?? role, text: r.text, before: r.before }).some((x) =>
    want.includes(x.label),
  );
  if (f && so) tp++;
  if (f && !so) {
    fp++;
    console.log("wrong ", r.text);
  }
  if (!f && so) {
    fn++;
    console.log("missed", r.text);
  }
}
console.log({ tp, fp, fn, f1: (2 * tp) / (2 * tp + fp + fn) });
