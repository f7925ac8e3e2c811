/** A piece of a sentence; tone = whose part it names, statistics = what stands behind a figure, strong = said first. */
export type Piece = { text: string; tone?: "ho" | "hu" | "ai"; as?: "statistics" | "strong" };
