import type { Phrase } from "../../phrase.ts";
import { ANGER } from "./sentiment-anger.ts";
import { FRUSTRATION } from "./sentiment-frustration.ts";
import { NEED } from "./sentiment-need.ts";

export const SENTIMENT: Phrase[] = [...FRUSTRATION, ...ANGER, ...NEED];
