// Four rooms on three floors: app and jobs stand on db, db stands on lib. See ARCHITECTURE.md.
const test = "\\.(test|e2e)\\.tsx?$|(^|/)testing/";
// Open to whoever comes: the way in, and what holds no data. The API asks for a token instead of a session.
const open = "^app/(sign-in/link|api)/";
const notType = { dependencyTypesNot: ["type-only"] };
const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

module.exports = {
  forbidden: [
    rule("no-circular", "Two files that need each other are one file, or miss a third.", {}, { circular: true }),
    rule(
      "lib-is-the-ground",
      "lib imports no other room, not even a type.",
      { path: "^lib/", pathNot: test },
      { path: "^(app|db|jobs)/" },
    ),
    rule(
      "lib-has-no-io",
      "lib knows no database and no framework.",
      { path: "^lib/", pathNot: test },
      { path: "node_modules/(drizzle-orm|postgres|next|next-auth|react|recharts)/" },
    ),
    rule(
      "lib-has-no-node",
      "lib has no node: built-ins.",
      { path: "^lib/", pathNot: test },
      { dependencyTypes: ["core"] },
    ),
    rule("db-stands-on-lib", "db knows tables and lib.", { path: "^db/", pathNot: test }, { path: "^(app|jobs)/" }),
    rule(
      "app-and-jobs-are-strangers",
      "They meet in Postgres only.",
      { path: "^(app|jobs)/", pathNot: test },
      { path: "^(app|jobs)/", pathNot: "^$1/" },
    ),
    rule(
      "sql-only-in-db",
      "Ask db/ for a function.",
      { path: "^(app|jobs)/", pathNot: test },
      { path: "node_modules/(drizzle-orm|postgres)/|^db/schema/", ...notType },
    ),
    rule(
      "credentials-are-the-workers",
      "What answers the browser never holds what opens a vendor.",
      { path: "^app/", pathNot: test },
      { path: "^db/credentials\\.ts$" },
    ),
    rule(
      "widgets-do-not-fetch",
      "Charts and tables take props.",
      { path: "^app/_components/", pathNot: test },
      { path: "^db/", ...notType },
    ),
    rule(
      "widgets-do-not-look-up",
      "What a page owns stays in the page.",
      { path: "^app/_components/", pathNot: test },
      { path: "^app/", pathNot: "^app/_components/" },
    ),
    rule(
      "connectors-are-strangers",
      "What two connectors share goes to http.ts or lib.",
      { path: "^jobs/connectors/([^/]+)/", pathNot: test },
      { path: "^jobs/connectors/[^/]+/", pathNot: "^jobs/connectors/$1/" },
    ),
    rule(
      "connectors-do-not-store",
      "A connector reads a vendor and speaks our words.",
      { path: "^jobs/connectors/", pathNot: test },
      { path: "^db/|^jobs/(?!connectors/)" },
    ),
    rule("no-test-code-in-product", "testing/ is for tests.", { pathNot: test }, { path: test }),
    rule(
      "no-dev-dependency-in-product",
      "It would be missing at run time.",
      { path: "^(app|lib|db|jobs)/", pathNot: test },
      { dependencyTypes: ["npm-dev"], ...notType },
    ),
    rule("resolvable", "This import leads nowhere.", {}, { couldNotResolve: true }),
  ],
  required: [
    {
      name: "pages-ask-who-is-there",
      severity: "error",
      comment: "A page, action or route that forgets to ask who is there is open to everyone.",
      module: { path: "^app/(.*/)?(page\\.tsx|actions\\.ts|route\\.ts)$", pathNot: open },
      to: { path: "^app/_auth/session\\.ts$" },
    },
    {
      name: "api-asks-for-a-token",
      severity: "error",
      comment: "answer() is where a token is checked.",
      module: { path: "^app/api/.*route\\.ts$", pathNot: "^app/api/(auth/|health/|live/|v1/schema/)" },
      to: { path: "^app/api/_answer\\.ts$" },
    },
    {
      name: "streams-ask-who-is-there",
      severity: "error",
      comment: "A browser listens with its session.",
      module: { path: "^app/api/live/route\\.ts$" },
      to: { path: "^app/_auth/session\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
