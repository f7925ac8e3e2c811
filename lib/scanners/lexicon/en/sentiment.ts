import type { Phrase } from "../../phrase.ts";

export const SENTIMENT: Phrase[] = [];
