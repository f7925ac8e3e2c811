type Fields = Record<string, unknown>;

const write = (level: "info" | "warn" | "error", event: string, fields: Fields): void => {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  process.stderr.write(`${line}\n`);
};

/** What an error says. Drizzle's says the query and what was given to it, which may be texts and addresses of people: the
 * database's own stands for it. */
export const messageOf = (error: unknown): string => {
  // The queue hands on copies that are no errors any more.
  if (typeof error !== "object" || error === null || !("message" in error)) return String(error);
  return "query" in error && error instanceof Error && error.cause instanceof Error
    ? error.cause.message
    : String(error.message);
};

/** JSON lines on standard error. Fields never hold message texts, tokens or addresses of people. */
export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  warn: (event: string, fields: Fields = {}) => write("warn", event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, { ...fields, error: messageOf(error) }),
};
