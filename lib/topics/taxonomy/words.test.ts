import { expect, test } from "vitest";
import { changeTaxonomy, EMPTY_TAXONOMY, type Operation } from "./taxonomy.ts";
import { operationText } from "./words.ts";

const two = ["Refunds", "Login"].reduce(
  (all, name) => changeTaxonomy(all, { is: "add", name }, all.version).taxonomy,
  EMPTY_TAXONOMY,
);

test.each<[Operation, string]>([
  [{ is: "add", name: "Audiobooks" }, "New topic “Audiobooks”"],
  [{ is: "name", id: 1, name: "Money back" }, "Topic “Refunds” renamed “Money back”"],
  [{ is: "merge", id: 1, into: 2 }, "Topic “Refunds” merged into “Login”"],
  [{ is: "unmerge", id: 1 }, "Topic “Refunds” counted by itself again"],
  [{ is: "split", id: 1, names: ["A", "B"] }, "Topic “Refunds” split: “A”, “B”"],
  [{ is: "withdraw", ids: [1, 2] }, "Topic “Refunds”, “Login” withdrawn"],
  [{ is: "restore", ids: [1] }, "Topic “Refunds” restored"],
  [{ is: "mark", id: 1, isKnowledge: false }, "Topic “Refunds”: no article can help"],
])("%j is told in words", (operation, text) => {
  expect(operationText(two, operation)).toBe(text);
});
