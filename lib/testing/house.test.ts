import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const bin = (name: string) => join(root, "node_modules/.bin", name);

type Ran = { code: number; output: string };
const run = (command: string, args: string[], cwd: string): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(command, args, { cwd, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, output: stdout + stderr });
    });
  });

type Cruised = { summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] } };
const cruise = async (cwd: string): Promise<Cruised> => {
  const args = ["app", "lib", "db", "jobs", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const { output } = await run(bin("depcruise"), args, cwd);
  return JSON.parse(output.slice(output.indexOf("{"))) as Cruised;
};

/** One file per forbidden import, each named with the rule that has to catch it. */
const planted: { file: string; text: string; caughtBy?: string }[] = [
  {
    file: "lib/ring-a.ts",
    text: 'import { b } from "#lib/ring-b.ts";\nexport const a = () => b;\n',
    caughtBy: "no-circular",
  },
  { file: "lib/ring-b.ts", text: 'import { a } from "#lib/ring-a.ts";\nexport const b = () => a;\n' },
  {
    file: "lib/upwards.ts",
    text: 'import type { Row } from "#db/rows.ts";\nexport type R = Row;\n',
    caughtBy: "lib-is-the-ground",
  },
  {
    file: "lib/sql.ts",
    text: 'import postgres from "postgres";\nexport const sql = postgres;\n',
    caughtBy: "lib-has-no-io",
  },
  {
    file: "lib/files.ts",
    text: 'import { readFile } from "node:fs";\nexport const read = readFile;\n',
    caughtBy: "lib-has-no-node",
  },
  { file: "db/rows.ts", text: "export type Row = { id: string };\nexport const rows: Row[] = [];\n" },
  { file: "db/schema/tables.ts", text: "export const tables = {};\n" },
  {
    file: "db/upwards.ts",
    text: 'import { run } from "#jobs/run.ts";\nexport const r = run;\n',
    caughtBy: "db-stands-on-lib",
  },
  { file: "jobs/run.ts", text: "export const run = () => {};\n" },
  {
    file: "jobs/sql.ts",
    text: 'import { tables } from "#db/schema/tables.ts";\nexport const t = tables;\n',
    caughtBy: "sql-only-in-db",
  },
  {
    file: "jobs/connectors/one/map.ts",
    text: 'import { m } from "#jobs/connectors/two/map.ts";\nexport const n = m;\n',
    caughtBy: "connectors-are-strangers",
  },
  { file: "jobs/connectors/two/map.ts", text: "export const m = 1;\n" },
  {
    file: "jobs/connectors/two/store.ts",
    text: 'import { rows } from "#db/rows.ts";\nexport const s = rows;\n',
    caughtBy: "connectors-do-not-store",
  },
  {
    file: "app/work.ts",
    text: 'import { run } from "#jobs/run.ts";\nexport const r = run;\n',
    caughtBy: "app-and-jobs-are-strangers",
  },
  { file: "db/credentials.ts", text: "export const c = 1;\n" },
  {
    file: "app/leak.ts",
    text: 'import { c } from "#db/credentials.ts";\nexport const l = c;\n',
    caughtBy: "credentials-are-the-workers",
  },
  { file: "app/sign-in/form.ts", text: "export const form = 1;\n" },
  {
    file: "app/_components/fetching.ts",
    text: 'import { rows } from "#db/rows.ts";\nexport const f = rows;\n',
    caughtBy: "widgets-do-not-fetch",
  },
  {
    file: "app/_components/looking.ts",
    text: 'import { form } from "#app/sign-in/form.ts";\nexport const f = form;\n',
    caughtBy: "widgets-do-not-look-up",
  },
  { file: "app/(dashboard)/open/page.tsx", text: "export const page = 1;\n", caughtBy: "pages-ask-who-is-there" },
  { file: "app/open/actions.ts", text: "export const act = 1;\n", caughtBy: "pages-ask-who-is-there" },
  { file: "app/open/csv/route.ts", text: "export const GET = 1;\n", caughtBy: "pages-ask-who-is-there" },
  { file: "app/api/v2/route.ts", text: "export const GET = 1;\n", caughtBy: "api-asks-for-a-token" },
  { file: "app/api/live/route.ts", text: "export const GET = 1;\n", caughtBy: "streams-ask-who-is-there" },
  { file: "db/testing/rows.ts", text: "export const t = 1;\n" },
  {
    file: "db/with-test.ts",
    text: 'import { t } from "#db/testing/rows.ts";\nexport const u = t;\n',
    caughtBy: "no-test-code-in-product",
  },
  {
    file: "db/with-dev.ts",
    text: 'import fc from "fast-check";\nexport const u = fc;\n',
    caughtBy: "no-dev-dependency-in-product",
  },
  {
    file: "db/nowhere.ts",
    text: 'import { gone } from "#lib/gone.ts";\nexport const g = gone;\n',
    caughtBy: "resolvable",
  },
];

test("each page, action and route asks who is there, and does not only import what could", async () => {
  const files = (await readdir(join(root, "app"), { recursive: true })).filter(
    (file) => /(^|\/)(page\.tsx|actions\.ts|route\.ts)$/.test(file) && !/^(sign-in|api)\//.test(file),
  );
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const text = await readFile(join(root, "app", file), "utf8");
    const doors = text.match(/^export (default async function|const \w+ = async)/gm)?.length ?? 0;
    const questions = text.match(/await (requireReader|requireAdmin|refusal)\(\)/g)?.length ?? 0;
    expect({ file, isAsked: doors > 0 && questions >= doors }).toEqual({ file, isAsked: true });
  }
});

describe("the check of the house", () => {
  let house: string;

  beforeAll(async () => {
    house = await realpath(await mkdtemp(join(tmpdir(), "seam-house-")));
    for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json", "biome.json", ".gitignore"]) {
      await cp(join(root, name), join(house, name));
    }
    await symlink(join(root, "node_modules"), join(house, "node_modules"));
    for (const { file, text } of planted) {
      await mkdir(dirname(join(house, file)), { recursive: true });
      await writeFile(join(house, file), text);
    }
  });
  afterAll(() => rm(house, { recursive: true, force: true }));

  test("reports every kind of forbidden import", async () => {
    const { summary } = await cruise(house);
    const caught = new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
    const expected = planted.flatMap(({ file, caughtBy }) => (caughtBy ? [`${caughtBy} ${file}`] : []));
    expect(expected.length).toBe(20);
    expect(expected.filter((line) => !caught.has(line))).toEqual([]);
  }, 60_000);

  test("cruises more than 50 modules of the product and finds them clean", async () => {
    const { summary } = await cruise(root);
    expect(summary.totalCruised).toBeGreaterThan(50);
    expect(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)).toEqual([]);
  }, 60_000);

  test("reports a wrong type, a wrong format, a lint and dead code", async () => {
    await writeFile(join(house, "lib/wrong.ts"), "export const   wrong: number = 'text' as any\n");
    const [types, lint, dead] = await Promise.all([
      run(bin("tsc"), ["--noEmit"], house),
      run(bin("biome"), ["check", "--vcs-enabled=false", "lib/wrong.ts"], house),
      run(bin("knip"), ["--include", "files"], house),
    ]);
    expect(types.code).toBe(1);
    expect(types.output).toContain("lib/gone.ts");
    expect(lint.code).toBe(1);
    expect(lint.output).toContain("noExplicitAny");
    expect(lint.output).toContain("Formatter would have printed");
    expect(dead.code).toBe(1);
    expect(dead.output).toContain("lib/wrong.ts");
  }, 60_000);
});
