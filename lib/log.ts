type Fields = Record<string, unknown>;

const write = (level: "info" | "warn" | "error", event: string, fields: Fields): void => {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  process.stderr.write(`${line}\n`);
};

/** JSON lines on standard error. Fields never hold message texts, tokens or addresses of people. */
export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  warn: (event: string, fields: Fields = {}) => write("warn", event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, { ...fields, error: error instanceof Error ? error.message : String(error) }),
};
