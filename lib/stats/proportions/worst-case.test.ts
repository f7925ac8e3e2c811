import fc from "fast-check";
import { expect, test } from "vitest";
import { worstCase } from "./worst-case.ts";

test("Manski 1989, J Hum Resour 24:343: with 20 of 100 answering and 85 % of them content, 17 % to 97 % are", () => {
  expect(worstCase({ offered: 100, answered: 20, part: 17 })).toEqual({ low: 0.17, high: 0.97 });
});

test("nobody asked has no bounds; everybody answering leaves the share alone", () => {
  expect(worstCase({ offered: 0, answered: 0, part: 0 })).toBeNull();
  expect(worstCase({ offered: 8, answered: 8, part: 6 })).toEqual({ low: 0.75, high: 0.75 });
});

test("whatever the silent think, the share lies within the bounds", () => {
  const asked = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50));
  fc.assert(
    fc.property(asked, ([content, discontent, silentContent, silentDiscontent]) => {
      const [answered, silent] = [content + discontent, silentContent + silentDiscontent];
      const bounds = worstCase({ offered: answered + silent + 1, answered, part: content });
      const truth = (content + silentContent) / (answered + silent + 1);
      expect(bounds?.low).toBeLessThanOrEqual(truth);
      expect(bounds?.high).toBeGreaterThanOrEqual(truth);
    }),
  );
});
