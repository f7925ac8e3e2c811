import type { Phrase } from "../../phrase.ts";

export const TRIGGERS: Phrase[] = [];
