import type { Phrase } from "../../phrase.ts";

export const CONTEXT: Phrase[] = [];
