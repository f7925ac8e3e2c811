import type { Connector } from "../connector.ts";
import { backfill } from "./backfill.ts";
import { readOne } from "./client.ts";
import type { BackfillCursor, PollCursor } from "./cursor.ts";
import { discover } from "./discover.ts";
import { readHelpCentre } from "./help-centre/articles.ts";
import { mapConversation } from "./map.ts";
import { poll } from "./poll.ts";
import type { Raw } from "./schema.ts";
import { readSettings, type Settings } from "./settings.ts";

/** Chatwoot 4, community and enterprise edition. */
export const chatwoot: Connector<Settings, Raw, PollCursor, BackfillCursor> = {
  kind: "chatwoot",
  settings: readSettings,
  // Chatwoot allows 3000 a minute for each address and does not say how many are left, so less than half is taken: agents
  // may sit behind the same address.
  access: ({ address, token }) => ({
    base: `${address}/api/v1`,
    headers: { api_access_token: token },
    perSecond: 20,
  }),
  discover,
  backfill,
  poll,
  fetchOne: readOne,
  articles: readHelpCentre,
  map: mapConversation,
};
