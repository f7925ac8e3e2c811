import type { Conversation } from "./types.ts";

type Told = { id: string; at: Date };

const byTime = <T extends { at: Date }>(a: T, b: T): number => a.at.getTime() - b.at.getTime();

const unique = <T extends { id: string }>(items: T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

/** What was told twice is kept once. One id at two times means two things, as ids that count from 1 in each conversation
 * do: then the name of its conversation tells the second from the first. */
const together = <T extends Told>(conversations: Conversation[], of: (one: Conversation) => T[]): T[] => {
  const known = new Map<string, T>();
  for (const one of conversations) {
    for (const item of of(one)) {
      const same = known.get(item.id);
      const id = same && same.at.getTime() !== item.at.getTime() ? `${one.externalId}/${item.id}` : item.id;
      if (!known.has(id)) known.set(id, { ...item, id });
    }
  }
  return [...known.values()].sort(byTime);
};

/** The survivor of a merge with the facts of the conversations merged into it. What the survivor says of a thing wins;
 * of two handoffs with one id the earlier is kept. Definitions 2.10. */
export const withMerged = (survivor: Conversation, children: Conversation[]): Conversation => {
  if (children.length === 0) return survivor;
  const all = [survivor, ...children];
  const latestFirst = all.flatMap(({ handoffs }) => handoffs).sort((a, b) => byTime(b, a));
  return {
    ...survivor,
    participants: unique(all.toReversed().flatMap(({ participants }) => participants)),
    messages: together(all, ({ messages }) => messages),
    handoffs: unique(latestFirst).sort(byTime),
    events: together(all, ({ events }) => events),
    surveys: unique(all.toReversed().flatMap(({ surveys }) => surveys)),
    ratings: together(all, ({ ratings }) => ratings),
  };
};
