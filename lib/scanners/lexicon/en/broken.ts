import type { Phrase } from "../../phrase.ts";

export const BROKEN: Phrase[] = [];
