import { z } from "zod";
import { note } from "./journal.ts";
import { ALARM_KINDS, type AlarmKind } from "./rule.ts";

/** What a silence holds back: whatever matches all that is given. team: null = handed to no team that is known. */
export type SilenceMatcher = { ruleId?: string; kind?: AlarmKind; sourceId?: string; team?: string | null };

const LONGEST_SNOOZE_MINUTES = 24 * 60;
const LONGEST_SILENCE_MS = 30 * 24 * 3_600_000;

export const snoozeMinutes = z
  .number("Say for how many minutes.")
  .int("Give whole minutes.")
  .min(1, "Snooze for at least a minute.")
  .max(LONGEST_SNOOZE_MINUTES, "Snooze for a day at most; for longer, silence it.");

/** Reads a silence that somebody wrote, at `now`. Each problem is a sentence with the field it belongs to. */
export const silenceAt = (now: Date) =>
  z
    .object({
      matcher: z.object({
        ruleId: z.uuid().optional(),
        kind: z.enum(ALARM_KINDS).optional(),
        sourceId: z.uuid().optional(),
        team: z.string().nullable().optional(),
      }),
      reason: note.min(1, "Say why, so that whoever finds it can tell whether it still holds."),
      untilAt: z.date("Say until when."),
    })
    .superRefine(({ untilAt }, context) => {
      const message =
        untilAt <= now
          ? "That is over already: give a time that is still to come."
          : untilAt.getTime() - now.getTime() > LONGEST_SILENCE_MS
            ? "A silence lasts 30 days at most; switch the rule off instead."
            : null;
      if (message) context.addIssue({ code: "custom", path: ["untilAt"], message });
    });

export type Silence = { matcher: SilenceMatcher; reason: string; untilAt: Date };
