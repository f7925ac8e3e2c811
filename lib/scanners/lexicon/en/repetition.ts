import type { Phrase } from "../../phrase.ts";

export const REPETITION: Phrase[] = [];
