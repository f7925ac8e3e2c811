import type { Phrase } from "../../phrase.ts";
import { COMPLAINTS } from "./repetition/complaints.ts";
import { PROVIDED } from "./repetition/provided.ts";
import { QUESTIONS } from "./repetition/questions.ts";
import { REFERENCES } from "./repetition/references.ts";

/** R1: the customer marks it as said before. R3: a person asks for something. "given" and "aside" are no findings: what fills
 * a slot, and what makes a sentence mean something else. */
export const REPETITION: Phrase[] = [...COMPLAINTS, ...REFERENCES, ...PROVIDED, ...QUESTIONS];
