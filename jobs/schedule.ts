import { setTimeout as sleep } from "node:timers/promises";
import { pendingCount } from "#db/assessments.ts";
import type { Db } from "#db/client.ts";
import { hasTopics } from "#db/demo-topics.ts";
import { forgetDeliveries } from "#db/hints.ts";
import { trainedOn } from "#db/topics/models.ts";
import { workspace } from "#db/workspace.ts";
import { readHelpCentres } from "#jobs/articles/help-centres.ts";
import { assessPending } from "#jobs/assess.ts";
import { confirmTopics, isDemoHalfTold, produceDemo } from "#jobs/demo.ts";
import { publishWeeks } from "#jobs/publish.ts";
import { reportTopics } from "#jobs/topic-reports.ts";
import { refreshDueTopics, refreshTopics } from "#jobs/topics.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** isAsked = somebody asked for it now, due or not. */
type Run = (db: Db, context: { now: Date; signal: AbortSignal; isAsked?: boolean }) => Promise<Record<string, number>>;

/** What runs, and how long after the last run at the earliest. What there is to do each derives from rows, so a run that
 * is lost loses nothing. */
export const SCHEDULE: { name: string; everySeconds: number; run: Run }[] = [
  {
    name: "demo",
    everySeconds: 60,
    run: async (db, { now, signal }) => {
      if ((await workspace(db))?.mode !== "demo") return {};
      const told = await produceDemo(db, { now: demoNow(now), weeks: env().SEAM_DEMO_WEEKS, signal });
      log.info("demo told", told);
      await confirmTopics(db, { now: demoNow(now), weeks: env().SEAM_DEMO_WEEKS });
      if (await isToBeLearnt(db)) {
        await whenAssessed(db, { now: demoNow(now), signal });
        const sorted = await refreshTopics(db, { now: demoNow(now), signal });
        await whenAssessed(db, { now: demoNow(now), signal });
        await reportTopics(db, { now: demoNow(now), signal });
        log.info("demo sorted", sorted);
      }
      return { created: told.created, updated: told.updated };
    },
  },
  {
    name: "assess",
    everySeconds: 3,
    run: (db, { now, signal }) => assessPending(db, { now: demoNow(now), signal }),
  },
  {
    name: "publish",
    everySeconds: 600,
    run: async (db, { now, signal }) => {
      // A demo that is half told has weeks that look as if they were over.
      if (await isDemoHalfTold(db, env().SEAM_DEMO_WEEKS)) return {};
      return publishWeeks(db, { now: demoNow(now), signal });
    },
  },
  {
    // Looks often and does little: all of it is due once a night, and what people say of topics is learnt within minutes.
    name: "topics",
    everySeconds: 300,
    run: async (db, { now, signal, isAsked = false }) => {
      const options = { now: demoNow(now), signal };
      if (isAsked) return refreshTopics(db, options);
      if (await isDemoHalfTold(db, env().SEAM_DEMO_WEEKS)) return {};
      return refreshDueTopics(db, { ...options, zone: (await workspace(db))?.zone ?? "UTC" });
    },
  },
  {
    name: "articles",
    everySeconds: 600,
    run: (db, { signal }) => readHelpCentres(db, { now: () => new Date(), signal }),
  },
  {
    // Looks often and does little: a topic is due once a day, and one that was just confirmed does not wait for it.
    name: "topic-reports",
    everySeconds: 600,
    run: async (db, { now, signal }) => {
      if (await isDemoHalfTold(db, env().SEAM_DEMO_WEEKS)) return {};
      return reportTopics(db, { now: demoNow(now), signal });
    },
  },
  {
    name: "forget-deliveries",
    everySeconds: 3600,
    run: async (db, { now }) => ({ forgotten: await forgetDeliveries(db, now) }),
  },
];

/** Topics that were confirmed and of which nothing was learnt yet. */
const isToBeLearnt = async (db: Db): Promise<boolean> => (await hasTopics(db)) && (await trainedOn(db)) === null;

/** Examples can be learnt from once they are assessed, which another job does meanwhile. */
const whenAssessed = async (db: Db, { now, signal }: { now: Date; signal: AbortSignal }): Promise<void> => {
  while (!signal.aborted && (await pendingCount(db, { assessedWith: ASSESSED_WITH, now })) > 0) await sleep(1000);
};

/** A frozen demo is assessed at its own instant, so that its pictures do not age. */
export const demoNow = (now: Date): Date => {
  const at = env().SEAM_DEMO_AT;
  return at ? new Date(at) : now;
};
