import type { Phrase } from "../../phrase.ts";

export const ASKS: Phrase[] = [
  { rule: "wants", label: "ask_human", confidence: 0.9, any: ["(speak|talk|chat) (to|with) (a|an|the|some)? @person"] },
];
