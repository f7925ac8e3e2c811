/** checking: new credentials are being tried; refused: they did not work; removing: it goes with its data. */
export const SOURCE_STATES = ["checking", "refused", "active", "paused", "removing"] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** Why a stretch of the past is read: for the first time, or again for late edits, ratings and deletions, or because it was asked. */
export const READING_REASONS = ["backfill", "nightly", "weekly", "asked"] as const;
export type ReadingReason = (typeof READING_REASONS)[number];
