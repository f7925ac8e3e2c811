import type { Db } from "#db/client.ts";
import { savePage } from "#db/save-page.ts";
import { assessPending } from "#jobs/assess.ts";
import { ai, conversation, customer, handoff, human } from "#lib/testing/build.ts";

export type Handed = {
  i: number;
  source?: string;
  team?: string | null;
  handedAt: string;
  answeredAt?: string;
  promised?: number;
};

/** Stores and assesses conversations that were handed over and answered at these times, as known at `now`. */
export const tellHanded = async (db: Db, now: Date, ...all: Handed[]): Promise<void> => {
  for (const [source, mine] of Map.groupBy(all, (one) => one.source ?? "desk")) {
    const items = mine.map(({ i, team = "billing", handedAt, answeredAt, promised = null }) => {
      const messages = [customer("08:00", "My refund has not come"), ai("08:01", "It takes five days")];
      const one = conversation(answeredAt ? [...messages, human(answeredAt, "Let me look")] : messages, {
        id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
        ...{ externalId: `c-${i}`, source, revision: now.toISOString(), channel: "email" },
        handoffs: [handoff(handedAt, { toTeam: team, promisedWaitSeconds: promised })],
      });
      return { conversation: one, payload: one.externalId + now.toISOString(), eventId: "1" };
    });
    await savePage(db, { source: { key: source, kind: "push" }, items, now });
  }
  await assessPending(db, { now });
};
