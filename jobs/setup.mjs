// Makes a fresh clone runnable on whatever Node npm was started with: plain JavaScript, built-ins only.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
process.chdir(root);
const [mode = "start"] = process.argv.slice(2);
const node = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
};

const say = (text) => process.stdout.write(`${text}\n`);
const fail = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : null);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

const install = () => {
  const wanted = sha256(readFileSync("package-lock.json"));
  if (read("node_modules/.seam-installed") === wanted && existsSync(node)) return;
  say("Installing packages, once.");
  const [command, before] = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ["npm", []];
  const done = spawnSync(command, [...before, "ci", "--include=dev", "--no-audit", "--no-fund"], { stdio: "inherit" });
  if (done.status !== 0 || !existsSync(node)) fail("The packages could not be installed; what npm said stands above.");
  writeFileSync("node_modules/.seam-installed", wanted);
};

const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();

/** What the built app is made of; tests and stories of it are left out. */
const sourceHash = () => {
  const files = ["app", "lib", "db", "public"].filter((name) => existsSync(name)).flatMap(filesOf);
  const built = files.filter((file) => !/(\.(test|e2e)\.tsx?$)|[\\/]testing[\\/]/.test(file));
  const all = [...built, "package-lock.json", "next.config.js", "postcss.config.mjs", "tsconfig.json"];
  return sha256(all.map((file) => `${file}\n${sha256(readFileSync(file))}\n`).join(""));
};

const build = () => {
  const wanted = sourceHash();
  if (read(".next/seam-build") === wanted) return;
  say("Building the app, once.");
  const done = spawnSync(node, ["node_modules/next/dist/bin/next", "build"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (done.status !== 0) fail(`The app could not be built:\n${done.stdout}${done.stderr}`);
  writeFileSync(".next/seam-build", wanted);
};

const CHROMES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const chromium = () => {
  const found = [process.env.PLAYWRIGHT_CHROMIUM, ...CHROMES].find((path) => path && existsSync(path));
  if (found) return found;
  const asked = spawnSync(node, ["-e", "process.stdout.write(require('@playwright/test').chromium.executablePath())"]);
  const own = String(asked.stdout);
  if (existsSync(own)) return own;
  say("Installing a Chromium for the page walks, once.");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], {
      stdio: "ignore",
      env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } else {
    spawnSync(node, ["node_modules/@playwright/test/cli.js", "install", "chromium"], { stdio: "ignore", env });
  }
  return [...CHROMES, own].find((path) => existsSync(path)) ?? "";
};

const handOver = (file, { args = [], more = {}, options = [] } = {}) => {
  // The channel tells the other side when this process is gone, even by kill -9.
  const child = spawn(node, [...options, file, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...env, ...more },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
};

const withEnvFile = { options: ["--import", "./jobs/env-file.mjs"] };

install();
if (mode === "test") handOver("jobs/testing/all.ts", { more: { PLAYWRIGHT_CHROMIUM: chromium() } });
else if (mode === "build") build();
else if (mode === "dev") handOver("jobs/start.ts", { args: ["--dev"], ...withEnvFile });
else {
  build();
  handOver("jobs/start.ts", withEnvFile);
}
