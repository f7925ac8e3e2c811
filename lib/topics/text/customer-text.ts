import { cleaned } from "./cleaned.ts";

export type CustomerTurn = {
  text: string;
  at: Date;
  /** True = it asks for a human; where it says nothing else it says nothing of the topic. */
  asksForHuman: boolean;
};

/** What a conversation is about: the customer's first turn and the last one before the handoff that does not ask for a human,
 * cleaned; null = nothing was said before it. `handoffAt` null = no handoff: all turns are before it. */
export const customerText = (turns: readonly CustomerTurn[], handoffAt: Date | null): string | null => {
  const told = turns
    .filter(({ at }) => handoffAt === null || at <= handoffAt)
    .map(({ text, asksForHuman }) => ({ text: cleaned(text), asksForHuman }))
    .filter(({ text }) => text !== "");
  const telling = told.filter(({ asksForHuman }) => !asksForHuman);
  const kept = telling.length > 0 ? telling : told.slice(0, 1);
  const texts = [...new Set([kept[0]?.text, kept.at(-1)?.text])].filter((text) => text !== undefined);
  return texts.length === 0 ? null : texts.join("\n");
};
