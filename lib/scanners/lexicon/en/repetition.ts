import type { Phrase } from "../../phrase.ts";
import { COMPLAINTS } from "./repetition/complaints.ts";
import { PROVIDED } from "./repetition/provided.ts";
import { REFERENCES } from "./repetition/references.ts";

/** R1: the customer marks it as said before. */
export const REPETITION: Phrase[] = [...COMPLAINTS, ...REFERENCES, ...PROVIDED];
