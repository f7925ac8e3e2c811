import { AppError } from "#lib/errors.ts";
import { localDate } from "#lib/format.ts";
import { dateAfter, isDate } from "#lib/time/zone.ts";

/** A fix is measured once it is published; nothing leaves the board by itself. */
export const GAP_STATUSES = ["new", "owned", "published", "measuring", "closed"] as const;
export type GapStatus = (typeof GAP_STATUSES)[number];

/** What is kept of a gap. Status is never kept as "measuring": that follows from the day of the publishing. */
export type Gap = {
  status: GapStatus;
  ownerId: string | null;
  dueOn: string | null;
  articleId: string | null;
  publishedOn: string | null;
  closedReason: string | null;
};

/** From the seventh day on there is a week of it to look at. */
const WAITS_DAYS = 7;
/** So long a fix is measured before its effect is told for good. */
export const MEASURED_DAYS = 28;
export const LONGEST_REASON = 200;

/** Where a gap stands on the board on a local date. */
export const stageOf = ({ status, publishedOn }: Pick<Gap, "status" | "publishedOn">, today: string): GapStatus =>
  status === "published" && publishedOn !== null && today >= measuredFrom(publishedOn) ? "measuring" : status;

export const measuredFrom = (publishedOn: string): string => dateAfter(publishedOn, WAITS_DAYS);
export const measuredUntil = (publishedOn: string): string => dateAfter(publishedOn, MEASURED_DAYS);

export type GapChange =
  | { is: "open" }
  | { is: "own"; ownerId: string | null }
  | { is: "publish"; publishedOn: string; articleId: string | null }
  | { is: "unpublish" }
  | { is: "close"; reason: string }
  | { is: "reopen" }
  | { is: "due"; dueOn: string | null };

const NEW: Gap = { status: "new", ownerId: null, dueOn: null, articleId: null, publishedOn: null, closedReason: null };

/** Names that a sentence of the journal needs. */
export type Named = { person: (id: string) => string; article: (id: string) => string };

/** A gap after a change (before null = not on the board), and what is journaled of it. Throws an AppError in a sentence where
 * the change makes no sense for it. */
export const changedGap = (
  gap: Gap | null,
  change: GapChange,
  { today, named }: { today: string; named: Named },
): { gap: Gap; sentence: string } => {
  if (change.is === "open") {
    if (gap) throw new AppError("conflict", "This topic is on the board already.");
    return { gap: NEW, sentence: "Put it on the board." };
  }
  if (!gap) throw new AppError("not_found", "This topic is not on the board.");
  if ((gap.status === "closed") !== (change.is === "reopen")) {
    throw new AppError("bad_input", gap.status === "closed" ? "It is closed: reopen it first." : "It is not closed.");
  }
  return CHANGES[change.is](gap, change as never, { today, named });
};

type How<K extends GapChange["is"]> = (
  gap: Gap,
  change: Extract<GapChange, { is: K }>,
  given: { today: string; named: Named },
) => { gap: Gap; sentence: string };

const CHANGES: { [K in Exclude<GapChange["is"], "open">]: How<K> } = {
  own: (gap, { ownerId }, { named }) => {
    if (gap.status === "published") {
      const sentence = ownerId === null ? "Nobody owns it now." : `${named.person(ownerId)} owns it now.`;
      return { gap: { ...gap, ownerId }, sentence };
    }
    return {
      gap: { ...gap, ownerId, status: ownerId === null ? "new" : "owned" },
      sentence: ownerId === null ? "Nobody owns it now." : `${named.person(ownerId)} took it.`,
    };
  },
  publish: (gap, { publishedOn, articleId }, { today, named }) => {
    if (!isDate(publishedOn)) throw new AppError("bad_input", "The day of the publishing is none of 2000 to 2099.");
    if (publishedOn > today) throw new AppError("bad_input", "What is not published yet cannot be measured.");
    const what = articleId === null ? "An article" : `“${named.article(articleId)}”`;
    return {
      gap: { ...gap, status: "published", publishedOn, articleId },
      sentence: `${what} was published on ${localDate(publishedOn)}.`,
    };
  },
  unpublish: (gap) => ({
    gap: { ...gap, status: gap.ownerId === null ? "new" : "owned", publishedOn: null, articleId: null },
    sentence: "It is not published after all.",
  }),
  close: (gap, { reason }) => {
    const said = reason.trim();
    if (said === "") throw new AppError("bad_input", "Say why it is closed: whoever meets it next will ask.");
    if (said.length > LONGEST_REASON) throw new AppError("bad_input", `At most ${LONGEST_REASON} letters.`);
    return { gap: { ...gap, status: "closed", closedReason: said }, sentence: `Closed: ${said}` };
  },
  reopen: (gap) => {
    const before = gap.ownerId === null ? "new" : "owned";
    const status = gap.publishedOn === null ? before : "published";
    return { gap: { ...gap, status, closedReason: null }, sentence: "Reopened." };
  },
  due: (gap, { dueOn }) => {
    if (dueOn !== null && !isDate(dueOn)) throw new AppError("bad_input", "The day is none of 2000 to 2099.");
    return {
      gap: { ...gap, dueOn },
      sentence: dueOn === null ? "Has no day any more." : `Due on ${localDate(dueOn)}.`,
    };
  },
};
