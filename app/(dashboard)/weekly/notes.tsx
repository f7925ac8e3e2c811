import { requireReader } from "#app/_auth/session.ts";
import { NotesMenu } from "#app/_components/notes-menu.tsx";
import { WEEKS_SHOWN } from "#db/metrics/weekly.ts";
import { instantOf } from "#lib/annotations/position.ts";
import type { Filters } from "#lib/filters.ts";
import { date } from "#lib/format.ts";
import { mayAnnotate } from "#lib/roles.ts";
import { weeksUpTo } from "#lib/time/range.ts";
import { removeNote, restoreNote, writeNote } from "./actions.ts";
import { annotationsOf } from "./events.ts";

const SEEN = {
  by_hand: "",
  bot_release: "first seen in a conversation",
  definition: "definition",
  scanner: "how texts are read",
  topics: "topics",
  article: "on the board of knowledge",
};

/** What is marked on the charts of the page, and, for those who may, writing it. */
export async function Notes({ filters }: { filters: Filters }) {
  const { role } = await requireReader();
  const { range, zone } = filters;
  const found = await annotationsOf(weeksUpTo(range, WEEKS_SHOWN, zone), zone);
  return (
    <NotesMenu
      notes={found.map((one) => {
        const at = instantOf(one, zone);
        return {
          id: one.id,
          date: one.date ?? "",
          when: at ? date(at, zone) : "",
          text: one.text,
          by: one.author ?? SEEN[one.kind],
          isByHand: one.kind === "by_hand",
        };
      })}
      mayWrite={mayAnnotate(role)}
      newestDate={range.lastDate}
      write={writeNote}
      remove={removeNote}
      restore={restoreNote}
    />
  );
}
