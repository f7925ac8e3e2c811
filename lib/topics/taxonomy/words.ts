import type { Operation, Taxonomy } from "./taxonomy.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");

/** What an operation does, by the names that topics have in this taxonomy: "Topic “Refunds” merged into “Returns”". */
export const operationText = ({ topics }: Taxonomy, operation: Operation): string => {
  const nameOf = (id: number): string => topics.find((topic) => topic.id === id)?.name ?? String(id);
  switch (operation.is) {
    case "add":
      return `New topic ${quoted([operation.name])}`;
    case "name":
      return `Topic ${quoted([nameOf(operation.id)])} renamed ${quoted([operation.name])}`;
    case "merge":
      return `Topic ${quoted([nameOf(operation.id)])} merged into ${quoted([nameOf(operation.into)])}`;
    case "unmerge":
      return `Topic ${quoted([nameOf(operation.id)])} counted by itself again`;
    case "split":
      return `Topic ${quoted([nameOf(operation.id)])} split: ${quoted(operation.names)}`;
    case "withdraw":
      return `Topic ${quoted(operation.ids.map(nameOf))} withdrawn`;
    case "restore":
      return `Topic ${quoted(operation.ids.map(nameOf))} restored`;
    case "mark":
      return `Topic ${quoted([nameOf(operation.id)])}: ${operation.isKnowledge ? "an article can help" : "no article can help"}`;
  }
};
