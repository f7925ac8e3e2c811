import { EN } from "../lexicon/en.ts";
import { parsePattern, regexOf } from "../reading/pattern.ts";
import { neededBy } from "../reading/phrase-index.ts";

for (const some of Object.values(EN.phrases))
  for (const ph of some)
    for (const p of [...ph.any, ...(ph.unless ?? [])]) {
      try {
        const t = parsePattern(p, EN.lists);
        regexOf(t);
        if (ph.any.includes(p)) neededBy(t);
      } catch (e) {
        console.log(ph.rule, String(e).slice(0, 300));
      }
    }
