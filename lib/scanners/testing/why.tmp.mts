import { EN } from "../lexicon/en.ts";
import { parsePattern, regexOf } from "../reading/pattern.ts";
import { readerOf } from "../reading/reading.ts";

const read = readerOf(EN);
for (const t of process.argv.slice(3)) {
  console.log("#", t);
  for (const h of read(t).hits(process.argv[2] ?? "sentiment")) {
    const p = h.phrase.any.filter((x) => regexOf(parsePattern(x, EN.lists)).test(h.sentence.text));
    console.log("  ", h.phrase.rule, JSON.stringify(t.slice(h.start, h.end)), p[0]?.slice(0, 110));
  }
}
