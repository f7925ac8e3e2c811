// The workspace, who may enter, and what its jobs did.
import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ROLES } from "#lib/roles.ts";
import { instant, oneOf } from "./columns.ts";

export const workspaces = pgTable(
  "workspaces",
  {
    id: smallint("id").primaryKey().default(1),
    name: text("name").notNull(),
    zone: text("zone").notNull(),
    mode: text("mode").notNull(),
    /** Raised with each change of a calendar or of who keeps it, in the same transaction. */
    hoursRevision: integer("hours_revision").notNull().default(1),
    /** Set when an operator chose name, zone and data; until then the first-run page is shown. */
    setUpAt: instant("set_up_at"),
    createdAt: instant("created_at").notNull(),
  },
  () => [check("one_workspace", sql`id = 1`), oneOf("workspace_mode", "mode", ["demo", "own"])],
);

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role").$type<(typeof ROLES)[number]>().notNull(),
    passwordHash: text("password_hash"),
    /** A made-up person of the demo, entered with one click on loopback only. */
    isPersona: boolean("is_persona").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [
    oneOf("user_role", "role", ROLES),
    // userByEmail()
    uniqueIndex("users_email").on(sql`lower(${t.email})`).where(sql`removed_at is null`),
  ],
);

export const signInLinks = pgTable("sign_in_links", {
  tokenHash: text("token_hash").primaryKey(),
  purpose: text("purpose").$type<"first_admin" | "invite" | "reset">().notNull(),
  email: text("email"),
  role: text("role").$type<(typeof ROLES)[number]>().notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

export const signInAttempts = pgTable(
  "sign_in_attempts",
  { id: bigserial("id", { mode: "number" }).primaryKey(), key: text("key").notNull(), at: instant("at").notNull() },
  // mayAttempt()
  (t) => [index("sign_in_attempts_key_at").on(t.key, t.at)],
);

export const apiTokens = pgTable("api_tokens", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  tokenHash: text("token_hash").notNull().unique(),
  /** Whether its bearer may send conversations; all may read. */
  canWrite: boolean("can_write").notNull().default(false),
  createdAt: instant("created_at").notNull(),
  lastUsedAt: instant("last_used_at"),
  revokedAt: instant("revoked_at"),
});

export const jobRuns = pgTable(
  "job_runs",
  {
    id: uuid("id").primaryKey(),
    job: text("job").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    counts: jsonb("counts").notNull(),
    error: text("error"),
  },
  // latestRuns()
  (t) => [index("job_runs_job_started").on(t.job, t.startedAt)],
);
