import type { Conversation } from "./types.ts";

const byTime = <T extends { at: Date }>(a: T, b: T): number => a.at.getTime() - b.at.getTime();

const unique = <T extends { id: string }>(items: T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

/** The survivor of a merge with the facts of the conversations merged into it. What the survivor says of an id wins. */
export const withMerged = (survivor: Conversation, children: Conversation[]): Conversation => {
  if (children.length === 0) return survivor;
  const all = [...children, survivor];
  return {
    ...survivor,
    participants: unique(all.flatMap(({ participants }) => participants)),
    messages: unique(all.flatMap(({ messages }) => messages)).sort(byTime),
    handoffs: unique(all.flatMap(({ handoffs }) => handoffs)).sort(byTime),
    events: unique(all.flatMap(({ events }) => events)).sort(byTime),
    surveys: unique(all.flatMap(({ surveys }) => surveys)),
    ratings: unique(all.flatMap(({ ratings }) => ratings)).sort(byTime),
  };
};
