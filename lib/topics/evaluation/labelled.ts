import { randomOf } from "#lib/random.ts";
import { cleaned } from "../text/cleaned.ts";

/** A cleaned message and the topic that people gave it. */
export type LabelledText = { text: string; label: string };

export const labelledText = (text: string, label: string): LabelledText => ({ text: cleaned(text), label });

/** The same texts in an order drawn by the seed. */
export const drawn = (texts: readonly LabelledText[], seed: number): LabelledText[] => {
  const { unit } = randomOf(seed, "drawn");
  return texts
    .map((text) => ({ text, draw: unit() }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ text }) => text);
};
