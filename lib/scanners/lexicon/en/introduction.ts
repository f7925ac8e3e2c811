import type { Phrase } from "../../phrase.ts";

export const INTRODUCTION: Phrase[] = [];
