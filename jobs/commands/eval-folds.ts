import { join } from "node:path";
import { Command } from "commander";
import { run } from "#jobs/commands/run.ts";
import { labelledFilesIn, labelledIn, ownRecords } from "#jobs/evaluation/labelled-files.ts";
import { accuracyCells, leaveWithReader, printRow, share } from "#jobs/evaluation/table.ts";
import { type Accuracy, accuracyOf } from "#lib/scanners/accuracy.ts";
import {
  crossValidated,
  type FoldScore,
  foldScoreOf,
  foldsByCluster,
  foldsByGroup,
} from "#lib/scanners/evaluation/folds.ts";
import {
  answerBy,
  type Lesson,
  lessonsOf,
  ownLessonsOf,
  WEIGHT,
  weighingOf,
} from "#lib/scanners/evaluation/frustration.ts";
import { ownTexts } from "#lib/scanners/evaluation/own.ts";
import { type Answer, answersIn, clusterOf, type Labelled } from "#lib/scanners/labelled.ts";

const CORPUS = join(import.meta.dirname, "../../../shared/corpus/dev");
const FOLDS = 10;
const SEED = "folds";
/** The question whose weights are learnt. */
const LEARNT = "frustration";
const WIDTHS = [30, 5, 5, 9, 6, 5, 9, 6, 5];

const program = new Command("npm run eval:folds --")
  .description("Cross-validates what was learnt from labelled texts, and gives what was not its interval by dialogue.")
  .argument("[dir]", "folder with files t1_….jsonl to t6_….jsonl", CORPUS);

leaveWithReader();

await run(program, async () => {
  const dir = program.processedArgs[0] as string;
  const files = (await labelledFilesIn(dir)) ?? [];
  if (files.length === 0) {
    process.stdout.write(`There are no labelled texts in ${dir}: nothing is measured.\n`);
    return;
  }
  printRow(["phrases alone, nothing learnt", "n", "so", "precision", "recall", "F1", "95 %"], WIDTHS);
  const learnt: Labelled[] = [];
  for (const name of files) {
    const texts = await labelledIn(join(dir, name));
    for (const { question, answers } of answersIn(name.slice(0, 2), texts)) {
      if (question === LEARNT) learnt.push(...texts);
      else row(question, accuracyOf(answers, question));
    }
  }
  const real = lessonsOf(learnt, WEIGHT.real);
  if (real.length > 0) reportLearnt(real, ownLessonsOf(ownTexts("sentiment", await ownRecords("sentiment"))));
});

/** Our own sentences are always learnt from; what is held out is real. */
function reportLearnt(real: Lesson[], own: Lesson[]): void {
  const learn = (rest: readonly Lesson[]) => answerBy(weighingOf([...own, ...rest]));
  process.stdout.write("\n");
  printRow([`${LEARNT}, weights learnt`, "n", "so", "precision", "recall", "F1", "95 %", "mean", "sd"], WIDTHS);
  row("in sample", accuracyOf(real.map(learn(real)), SEED));
  const folds = foldsByCluster(real, ({ text }) => clusterOf(text), FOLDS, SEED);
  const byDialogue = crossValidated(real, folds, learn);
  foldRow(`${folds.length} folds by dialogue`, foldScoreOf(answersOf(byDialogue), SEED));
  const byRegister = crossValidated(
    real,
    foldsByGroup(real, ({ text }) => text.kind),
    learn,
  );
  foldRow("each register left out", foldScoreOf(answersOf(byRegister), SEED));
  for (const { name, answers } of byRegister) row(`  without ${name}`, accuracyOf(answers, SEED));
  process.stdout.write(
    "\nLearnt anew in each fold: the weights of weak signs. The phrases are not, and were written with these texts at hand:\nboth tables flatter them, and only texts that nobody here has seen tell more.\n",
  );
}

function answersOf(folds: { answers: Answer[] }[]): Answer[][] {
  return folds.map(({ answers }) => answers);
}

function row(name: string, accuracy: Accuracy): void {
  printRow([name, ...accuracyCells(accuracy)], WIDTHS);
}

function foldRow(name: string, { pooled, mean, sd }: FoldScore): void {
  printRow([name, ...accuracyCells(pooled), share(mean), share(sd)], WIDTHS);
}
