import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Counts = { passed: number; failed: number; skipped: number };

const folder = mkdtempSync(join(tmpdir(), "seam-test-"));
// Many processes are started, each of which would compile the same modules again.
process.env["NODE_COMPILE_CACHE"] = join(folder, "compiled");
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const say = (text: string) => process.stdout.write(`${text}\n`);

const add = (name: string, { passed, failed, skipped }: Counts) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  say(`— ${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
};

const run = (file: string, args: string[], env: Record<string, string> = {}): boolean => {
  const node = [join("node_modules", file), ...args];
  return spawnSync(process.execPath, node, { stdio: "inherit", env: { ...process.env, ...env } }).status === 0;
};

const one = (isFine: boolean): Counts => ({ passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0 });

/** What a tool wrote about its tests; one that wrote nothing, or ended badly without a failed test, counts as a failure. */
const counted = (file: string, isFine: boolean, read: (report: never) => Counts): Counts => {
  try {
    const counts = read(JSON.parse(readFileSync(file, "utf8")) as never);
    return !isFine && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

/** What a tool says is said in one piece, as others work beside it. */
const check = async (name: string, file: string, ...args: string[]): Promise<void> => {
  const checking = spawn(process.execPath, [join("node_modules", file), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const output of [checking.stdout, checking.stderr]) output.on("data", (chunk) => (said += chunk));
  const [code] = (await once(checking, "close")) as [number | null];
  if (said.trim() !== "") say(said.trimEnd());
  add(name, one(code === 0));
};

const checkText = async (): Promise<void> => {
  await check("format and lint", "@biomejs/biome/bin/biome", "check", ".");
  const rooms = ["app", "lib", "db", "jobs", "--config", ".dependency-cruiser.cjs"];
  await check("import rules", "dependency-cruiser/bin/dependency-cruiser.mjs", ...rooms);
  await check("dead code", "knip/bin/knip.js");
};

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; message: string; assertionResults: UnitResult[] }[];
};
type UnitResult = { fullName: string; status: string; failureMessages: string[] };

/** What failed, to be said once more at the end, as the rest is long. */
const failures: string[] = [];

const failedIn = ({ testResults }: VitestReport): string[] =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const said = failed.map(({ fullName, failureMessages }) => `${fullName}\n  ${failureMessages[0] ?? ""}`);
    return [...said, ...(message && failed.length === 0 ? [message] : [])].map((text) => `${name}: ${text}`);
  });

const unit = () => {
  const file = join(folder, "unit.json");
  const isFine = run("vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const read = (report: VitestReport): Counts => {
    failures.push(...failedIn(report));
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
  };
  add("unit and SQL tests", counted(file, isFine, read));
};

type WalkReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

const walkFiles = (): string[] =>
  readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".e2e.ts"));

/** The walks of each half share an app of their own, so both can change what they meet. One would leave a core idle much of
 * the time. */
const HALVES = 2;

/** Gives each file, the longest first, to the half that has less so far: a walk takes about as long as it is to read. */
const halvesOf = (files: string[]): string[][] => {
  const linesOf = (file: string) => readFileSync(join("app", file), "utf8").split("\n").length;
  const weighed = files.map((file) => ({ file, lines: linesOf(file) }));
  const halves = Array.from({ length: HALVES }, () => ({ lines: 0, files: [] as string[] }));
  for (const { file, lines } of weighed.toSorted((a, b) => b.lines - a.lines || (a.file < b.file ? -1 : 1))) {
    const lighter = halves.reduce((least, half) => (half.lines < least.lines ? half : least));
    lighter.lines += lines;
    lighter.files.push(file);
  }
  return halves.map((half) => half.files);
};

/** Playwright takes patterns, not paths. */
const patternOf = (file: string): string => `app/${file}`.replaceAll(/[.()[\]]/g, "\\$&");

const walkHalf = async (name: string, files: string[]): Promise<void> => {
  const file = join(folder, `walks ${name}.json`);
  const args = [
    "node_modules/@playwright/test/cli.js",
    "test",
    "--output",
    join(folder, name),
    ...files.map(patternOf),
  ];
  const walking = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const [code] = (await once(walking, "exit")) as [number | null];
  const read = ({ stats }: WalkReport): Counts => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  });
  add(`page walks, ${name}`, counted(file, code === 0, read));
};

const walks = async (): Promise<void> => {
  if (!process.env["PLAYWRIGHT_CHROMIUM"]) {
    say("The page walks are skipped: there is no Chromium, and without root none can be installed.");
    add("page walks", { passed: 0, failed: 0, skipped: 1 });
    return;
  }
  await Promise.all(halvesOf(walkFiles()).map((files, i) => walkHalf(`${i + 1} of ${HALVES}`, files)));
};

const build = async (): Promise<boolean> => {
  const building = spawn(process.execPath, ["jobs/setup.mjs", "build"], { stdio: "inherit" });
  const [code] = (await once(building, "exit")) as [number | null];
  add("build", one(code === 0));
  return code === 0;
};

// A build keeps one core busy. It writes the types of the routes, which the check of types reads.
const [isBuilt] = await Promise.all([build(), checkText()]);
await check("types", "typescript/bin/tsc", "--noEmit");
unit();
if (isBuilt) await walks();
rmSync(folder, { recursive: true, force: true });
if (process.env["SEAM_COUNTS"]) writeFileSync(process.env["SEAM_COUNTS"], `${total.passed} ${total.failed}\n`);
for (const failure of failures) say(`FAILED: ${failure.slice(0, 1500)}`);
if (total.skipped > 0) say(`${total.skipped} skipped`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
