import type { Phrase } from "../../phrase.ts";

export const SOLUTIONS: Phrase[] = [];
