import { lessonsOf, ownLessonsOf, WEIGHT, weighingOf } from "../evaluation/frustration.ts";
import { corpus, golden } from "./golden.ts";

/** Prints the weights of weak signs, as `sentiment/weights.ts` holds them. The same texts give the same weights. */
const lessons = [...ownLessonsOf(golden("sentiment")), ...lessonsOf(corpus("t4") ?? [], WEIGHT.real)];

process.stdout.write(`${JSON.stringify(weighingOf(lessons), null, 2)}\n`);
