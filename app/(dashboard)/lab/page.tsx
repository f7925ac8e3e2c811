import type { Metadata } from "next";
import Link from "next/link";
import { requireReader } from "#app/_auth/session.ts";
import { NothingYet } from "#app/_components/nothing-yet.tsx";
import { db } from "#app/_db.ts";
import { Filtering } from "#app/_filter-bar.tsx";
import { readFilters, type SearchParams } from "#app/_filters.ts";
import { hasConversations } from "#db/conversation.ts";
import { foundByRule, type Over, type Scanned, scannedOf } from "#db/metrics/found.ts";
import { reviewsByRule } from "#db/reviews.ts";
import type { Filters } from "#lib/filters.ts";
import { count, rangeName } from "#lib/format.ts";
import { SHOWN } from "#lib/lab/rules.ts";
import { LONGEST_TRIED } from "#lib/lab/try.ts";
import { mayReview } from "#lib/roles.ts";
import { judgeFindings } from "../handoffs/[id]/actions.ts";
import type { Judge } from "../handoffs/[id]/finding-notes.ts";
import { listHref } from "../weekly/week.ts";
import { readChosen } from "./chosen.ts";
import { Latest } from "./latest.tsx";
import { OwnSentences } from "./own-sentences.tsx";
import { Scanners } from "./scanners.tsx";
import { TrySentence } from "./try-sentence.tsx";

export const metadata: Metadata = { title: "Lab" };

export default async function Lab({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { role } = await requireReader();
  if (!(await hasConversations(db()))) return <NothingYet isAdmin={role === "admin"} />;
  const params = await searchParams;
  const filters = await readFilters(params);
  const chosen = readChosen(params);
  const [ofHandoffs, ofEpisodes, reviews] = await Promise.all([
    readOver("handoff", filters),
    readOver("episode", filters),
    reviewsByRule(db()),
  ]);
  const judge: Judge = (keys) => (mayReview(role) ? judgeFindings.bind(null, keys) : null);
  return (
    <>
      <Filtering path="/lab" filters={filters} params={params} hasCompare={false} />
      <main className="page">
        <Lead filters={filters} scanned={ofHandoffs.scanned} />
        <div className="mt-6 grid gap-x-10 gap-y-10 xl:grid-cols-[minmax(0,1fr)_400px]">
          <div className="min-w-0 space-y-10">
            <Scanners
              filters={filters}
              chosen={chosen}
              scanned={{ handoff: ofHandoffs.scanned, episode: ofEpisodes.scanned }}
              found={[...ofHandoffs.found, ...ofEpisodes.found]}
              reviews={reviews}
            />
            <TrySentence
              longest={LONGEST_TRIED}
              notAsked={SHOWN.filter(({ readsMessages }) => !readsMessages).map(({ name }) => name)}
            />
          </div>
          {chosen && <Latest filters={filters} chosen={chosen} judge={judge} />}
        </div>
        <div className="mt-10">
          <OwnSentences />
        </div>
      </main>
    </>
  );
}

const readOver = async (over: Over, filters: Filters) => {
  const rules = SHOWN.flatMap((scanner) => (scanner.over === over ? scanner.rules : []));
  const [scanned, found] = await Promise.all([scannedOf(db(), over, filters), foundByRule(db(), over, filters, rules)]);
  return { scanned, found };
};

/** How much of what was handed over is read at all. */
function Lead({ filters, scanned: { n, scanned } }: { filters: Filters; scanned: Scanned }) {
  const period = rangeName(filters.range);
  const silent = n - scanned;
  return (
    <>
      <h1 className="lead">
        {n === 0
          ? `Nobody was handed over in ${period} with these filters.`
          : `${count(SHOWN.length)} scanners read ${count(scanned)} of the ${count(n)} handoffs of ${period}.`}
      </h1>
      {silent > 0 && (
        <p className="deck mt-1">
          Not scanned:{" "}
          <Link href={listHref("notScanned", filters, filters.range, "part")} className="link">
            {count(silent)} in languages without phrases
          </Link>
          ; they are in no rate of this page.
        </p>
      )}
    </>
  );
}
