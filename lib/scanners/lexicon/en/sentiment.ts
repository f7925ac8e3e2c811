import type { Phrase } from "../../phrase.ts";
import { ANGER } from "./sentiment/anger.ts";
import { CUES } from "./sentiment/cues.ts";
import { EXASPERATION } from "./sentiment/exasperation.ts";
import { HELPLESSNESS } from "./sentiment/helplessness.ts";
import { JUDGEMENT } from "./sentiment/judgement.ts";
import { LEAVING } from "./sentiment/leaving.ts";
import { LETDOWN } from "./sentiment/letdown.ts";
import { ORDEAL } from "./sentiment/ordeal.ts";
import { TONE } from "./sentiment/tone.ts";
import { URGENCY } from "./sentiment/urgency.ts";

export const SENTIMENT: Phrase[] = [
  ...JUDGEMENT,
  ...ORDEAL,
  ...LETDOWN,
  ...TONE,
  ...EXASPERATION,
  ...ANGER,
  ...URGENCY,
  ...HELPLESSNESS,
  ...LEAVING,
  ...CUES,
];
