// Loaded into whatever a person starts: what .env says, unless it is set already. Tests know nothing of the file: they
// must not meet a database that is in use.
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile(".env");
