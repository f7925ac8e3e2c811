import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import {
  aliasesOf,
  changeTaxonomy,
  countedTopics,
  currentTopic,
  EMPTY_TAXONOMY,
  type Operation,
  type Taxonomy,
} from "./taxonomy.ts";

const after = (...operations: Operation[]): Taxonomy =>
  operations.reduce((taxonomy, one) => changeTaxonomy(taxonomy, one, taxonomy.version).taxonomy, EMPTY_TAXONOMY);

const TWO = after({ is: "add", name: "Refunds" }, { is: "add", name: "Cards" });
const change = (operation: Operation, taxonomy = TWO) => changeTaxonomy(taxonomy, operation, taxonomy.version);
const withoutVersions = ({ topics }: Taxonomy) => topics.map(({ version, ...topic }) => topic);

test("a merged topic keeps its id as an alias, through further merges", () => {
  const three = after(
    { is: "add", name: "a" },
    { is: "add", name: "b" },
    { is: "add", name: "c" },
    { is: "merge", id: 1, into: 2 },
    { is: "merge", id: 2, into: 3 },
  );
  expect(currentTopic(three, 1)?.name).toBe("c");
  expect(currentTopic(three, 9)).toBeNull();
});

test("an id is never given again, not even after its topic was withdrawn", () => {
  const { taxonomy, undo, made } = change({ is: "split", id: 1, names: ["Late refunds", "Partial refunds"] });
  expect(made).toEqual([3, 4]);
  const undone = change(undo, taxonomy).taxonomy;
  expect(currentTopic(undone, 3)).toBeNull();
  expect(change({ is: "add", name: "Late refunds" }, undone).made).toEqual([5]);
});

test.each<Operation>([
  { is: "name", id: 1, name: "Money back" },
  { is: "merge", id: 1, into: 2 },
  { is: "mark", id: 2, isKnowledge: false },
  { is: "withdraw", ids: [2] },
])("$is is taken back by its inverse, and the inverse by its own", (operation) => {
  const { taxonomy, undo } = change(operation);
  const undone = change(undo, taxonomy);
  expect(withoutVersions(undone.taxonomy)).toEqual(withoutVersions(TWO));
  expect(undone.taxonomy.version).toBe(TWO.version + 2);
  expect(withoutVersions(change(undone.undo, undone.taxonomy).taxonomy)).toEqual(withoutVersions(taxonomy));
});

test.each<[Operation, string]>([
  [{ is: "merge", id: 1, into: 1 }, "“Refunds” cannot be merged into itself."],
  [{ is: "merge", id: 1, into: 7 }, "There is no topic 7."],
  [{ is: "add", name: "  " }, "A topic needs a name."],
  [{ is: "name", id: 2, name: "refunds" }, "There is a topic “refunds” already: merge them instead."],
  [{ is: "split", id: 1, names: [] }, "Name at least one part to be split from “Refunds”."],
  [{ is: "unmerge", id: 1 }, "“Refunds” is not merged into another topic."],
])("%j is refused in a sentence", (operation, sentence) => {
  expect(() => change(operation)).toThrow(sentence);
});

test("who has not seen another's change of the same topic is told so, and of another topic is not held up", () => {
  const renamed = change({ is: "name", id: 1, name: "Money back" }).taxonomy;
  expect(() => changeTaxonomy(renamed, { is: "merge", id: 1, into: 2 }, TWO.version)).toThrow(/Somebody else/);
  expect(changeTaxonomy(renamed, { is: "name", id: 2, name: "Bank cards" }, TWO.version).taxonomy.version).toBe(4);
});

test("whatever is done in whatever order, ids stay apart and no alias leads round in a ring", () => {
  const id = fc.integer({ min: 1, max: 6 });
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.record({ is: fc.constant("add" as const), name: fc.string() }),
    fc.record({ is: fc.constant("merge" as const), id, into: id }),
    fc.record({ is: fc.constant("unmerge" as const), id }),
    fc.record({ is: fc.constant("split" as const), id, names: fc.array(fc.string(), { maxLength: 2 }) }),
    fc.record({ is: fc.constant("withdraw" as const), ids: fc.array(id, { maxLength: 2 }) }),
    fc.record({ is: fc.constant("restore" as const), ids: fc.array(id, { maxLength: 2 }) }),
  );
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
      let taxonomy = TWO;
      for (const one of operations) {
        try {
          taxonomy = change(one, taxonomy).taxonomy;
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }
      const ids = taxonomy.topics.map((topic) => topic.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const one of ids) currentTopic(taxonomy, one);
    }),
  );
});

test("merged topics are other names of the one that took them, and only that one is counted", () => {
  const all = (
    [
      { is: "add", name: "Refunds" },
      { is: "add", name: "Money back" },
      { is: "add", name: "Cash" },
      { is: "merge", id: 3, into: 2 },
      { is: "merge", id: 2, into: 1 },
      { is: "add", name: "Address" },
    ] satisfies Operation[]
  ).reduce((before, operation) => changeTaxonomy(before, operation, before.version).taxonomy, EMPTY_TAXONOMY);
  expect(countedTopics(all).map(({ name }) => name)).toEqual(["Address", "Refunds"]);
  expect(aliasesOf(all, 1)).toEqual(["Money back", "Cash"]);
  expect(aliasesOf(all, 4)).toEqual([]);
});
