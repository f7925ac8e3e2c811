import Link from "next/link";
import { pageNow } from "#app/_auth/session.ts";
import { Pieces } from "#app/_components/pieces.tsx";
import { db } from "#app/_db.ts";
import { freshness } from "#db/sources.ts";
import { openCandidates } from "#db/topics/candidates.ts";
import type { Filters } from "#lib/filters.ts";
import { rangeName } from "#lib/format.ts";
import { sumOf } from "#lib/knowledge/counts.ts";
import {
  countedAnewSentence,
  inboxSentence,
  knowledgeSentence,
  rateSentence,
  savingSentence,
} from "#lib/sentences/knowledge.ts";
import { announced, announcedGroups, knowledge, type OneTopic, overAll } from "./found.ts";

/** What pushes handoffs up, whether the last fix works, and what the next one would save. */
export async function Lead({ filters }: { filters: Filters }) {
  const [found, { fixes }, { unread }] = await Promise.all([
    knowledge(filters),
    knowledge(overAll(filters)),
    freshness(db(), pageNow()),
  ]);
  const rising = announced(found).map(({ topic, placed, made }) => ({
    ...{ topic, kind: placed?.kind ?? null },
    diagnosis: made?.report.diagnosis.main ?? null,
  }));
  const unnamed = announcedGroups(found).map(({ group: { words }, rising: { topic } }) => ({
    ...{ topic, words, kind: null, diagnosis: null },
  }));
  const tested = found.topics.filter((one) => one.rising).length + found.groups.length;
  const anew = countedAnewSentence(unread, sumOf([...found.escalated.values()].flat()).whole);
  const saving = savingSentence(bestOf(found.topics));
  const inbox = inboxSentence(await openCandidates(db(), pageNow()));
  return (
    <>
      <h1 className="lead mt-1">
        <Pieces pieces={anew ?? knowledgeSentence([...unnamed, ...rising], tested, fixes[0] ?? null)} />
      </h1>
      <p className="mt-1 max-w-[900px] text-[14px] leading-5 text-pretty text-ink-2">
        {rateSentence(found.decomposition, {
          n: found.rate.n,
          before: rangeName(filters.compare, filters.range),
          change: found.moved,
        })}
        {saving && <b className="block font-semibold text-ink">{saving}</b>}
        {inbox && (
          <Link href="/knowledge/topics" className="link block">
            {inbox}
          </Link>
        )}
      </p>
    </>
  );
}

const bestOf = (topics: readonly OneTopic[]) => {
  const open = topics.flatMap(({ topic, aMonth, gap }) =>
    aMonth && gap?.publishedOn == null && gap?.status !== "closed" ? [{ topic, aMonth }] : [],
  );
  return open.toSorted((a, b) => b.aMonth.value - a.aMonth.value)[0] ?? null;
};
