import { contextRepetition } from "./context-repetition.ts";
import type { Scanner } from "./scanner.ts";

/** The one list of scanners. */
export const SCANNERS: Scanner[] = [contextRepetition];
