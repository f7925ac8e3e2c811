import type { ImportRecord } from "#lib/import/schema.ts";
import { authorOf } from "./people.ts";
import type { Vendor } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { inOrder, type Step } from "./steps.ts";
import type { FoundHandoff } from "./story.ts";
import { instantOf, isoOf } from "./time.ts";

type ImportHandoff = NonNullable<ImportRecord["handoffs"]>[number];

const NOTE_BEFORE_MS = 60_000;
const NOTE_AFTER_MS = 2_000;
const NOTICE_BEFORE_MS = 2_000;
const NOTICE_AFTER_MS = 30_000;

/** The handoffs with what stands around them: why, to whom, and who took it. */
export const handoffsOf = (
  found: readonly FoundHandoff[],
  steps: readonly Step[],
  vendor: Vendor,
  settings: Settings,
): ImportHandoff[] =>
  found.map((handoff, i): ImportHandoff => {
    const until = found[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    const since = found[i - 1]?.at ?? 0;
    const within = steps.filter(({ at }) => at >= handoff.at && at < until);
    const note = noteBefore(handoff, since, vendor, settings);
    return {
      id: handoff.id,
      at: isoOf(handoff.at),
      provenance: handoff.provenance,
      from: handoff.from,
      trigger: handoff.trigger,
      reason: note ?? handoff.reason ?? reasonIn(steps, handoff),
      promised_wait_s: null,
      queue_position: null,
      to_team: teamOf(within, i === found.length - 1, vendor),
      ...acceptance(within),
    };
  });

/** Captain leaves its reason as a note just before it opens the conversation. */
const noteBefore = (handoff: FoundHandoff, since: number, vendor: Vendor, settings: Settings): string | null => {
  const note = inOrder(vendor.messages).findLast((message) => {
    const at = instantOf(message.created_at);
    if (at === null || message.private !== true || authorOf(message, settings)?.kind !== "ai") return false;
    return at > since && at >= handoff.at - NOTE_BEFORE_MS && at <= handoff.at + NOTE_AFTER_MS;
  });
  return note?.content || null;
};

/** An exact handoff has its reason in the activity that was written with it. */
const reasonIn = (steps: readonly Step[], { at, provenance }: FoundHandoff): string | null => {
  if (provenance !== "exact") return null;
  for (const step of steps) {
    if (step.is !== "activity" || step.at < at - NOTE_AFTER_MS || step.at > at + NOTICE_AFTER_MS) continue;
    if (step.activity.what === "opened" && step.activity.reason !== null) return step.activity.reason;
  }
  return null;
};

/** The team of today is that of the last handoff; that of an earlier one is known only when an activity names it. */
const teamOf = (within: readonly Step[], isLast: boolean, { conversation }: Vendor): string | null => {
  const isNamed = within.some((step) => step.is === "activity" && step.activity.namesTeam);
  return isLast || isNamed ? (conversation.meta?.team?.name ?? null) : null;
};

const acceptance = (within: readonly Step[]): Pick<ImportHandoff, "accepted_at" | "accepted_by"> => {
  const firstHuman = within.find((step) => step.is === "said" && step.isPublic && step.author.kind === "human");
  const speaker = firstHuman?.is === "said" ? firstHuman.author.id : null;
  for (const step of within) {
    if (step === firstHuman) break;
    if (step.is !== "activity") continue;
    const [by] = step.activity.humans;
    const isAssignment = step.activity.what === "assigned" || step.activity.what === "self_assigned";
    // A sentence that cannot be read is an assignment when whom it names is the one who answers.
    if (by && (isAssignment || (step.activity.what === "unknown" && by === speaker))) {
      return { accepted_at: isoOf(step.at), accepted_by: by };
    }
  }
  return { accepted_at: null, accepted_by: null };
};

/** The messages by which the bot says that it passes the customer on, by message id: its last just before the handoff,
 * and its first after it unless the customer spoke in between. */
export const transferNotices = (found: readonly FoundHandoff[], steps: readonly Step[]): ReadonlySet<string> => {
  const notices = new Set<string>();
  for (const { at } of found) {
    const spoken = steps.filter((step) => step.is === "said" && step.isPublic);
    const before = spoken.findLast((step) => step.at <= at);
    const after = spoken.find((step) => step.at > at);
    if (before && isBot(before) && before.at >= at - NOTICE_BEFORE_MS) notices.add(before.id);
    if (after && isBot(after) && after.at <= at + NOTICE_AFTER_MS) notices.add(after.id);
  }
  return notices;
};

const isBot = (step: Step): boolean => step.is === "said" && step.author.kind === "ai";
