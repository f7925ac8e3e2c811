/** Who is holding the conversation, or plain ink: the only series colours there are. */
export type Tone = "ai" | "ho" | "hu" | "ink";

export const markColour = (tone: Tone) => `var(--${tone})`;
export const textColour = (tone: Tone) => (tone === "ink" ? "var(--ink)" : `var(--${tone}-ink)`);
