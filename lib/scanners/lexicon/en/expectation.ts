import type { Phrase } from "../../phrase.ts";

export const EXPECTATION: Phrase[] = [];
