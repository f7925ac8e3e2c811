import type { Phrase } from "../../phrase.ts";

export const QUEUE: Phrase[] = [];
