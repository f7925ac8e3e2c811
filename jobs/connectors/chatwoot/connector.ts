import type { Connector } from "#jobs/connectors/connector.ts";
import { type PollCursor, pollChanges } from "./changes.ts";
import { readWhole } from "./client.ts";
import { discover } from "./discover.ts";
import { recordOf } from "./map.ts";
import { type PastCursor, readPast } from "./past.ts";
import type { Raw } from "./schema.ts";
import { readSettings, type Settings } from "./settings.ts";

/** Chatwoot, both editions, as of 4.14. */
export const chatwoot: Connector<Settings, Raw, PollCursor, PastCursor> = {
  kind: "chatwoot",
  settings: readSettings,
  access: ({ address, accessToken }) => ({ base: address, headers: { api_access_token: accessToken }, perSecond: 20 }),
  discover,
  backfill: readPast,
  poll: pollChanges,
  fetchOne: readWhole,
  map: recordOf,
};
