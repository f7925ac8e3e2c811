import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import { FindingKeys } from "#app/_components/finding-keys.tsx";
import { LegHead } from "#app/_components/leg-head.tsx";
import { Pieces } from "#app/_components/pieces.tsx";
import { Transcript } from "#app/_components/transcript.tsx";
import { Walk } from "#app/_components/walk.tsx";
import { db } from "#app/_db.ts";
import { readFilters, type SearchParams } from "#app/_filters.ts";
import { readView } from "#app/_view.ts";
import { walkOf } from "#app/_walk.ts";
import { type Dossier, dossier } from "#db/conversation.ts";
import { count, dateTime, label } from "#lib/format.ts";
import { mayReview } from "#lib/roles.ts";
import { handoffSentence } from "#lib/sentences/handoff.ts";
import type { Piece } from "#lib/sentences/piece.ts";
import { judgeFindings } from "./actions.ts";
import type { Judge } from "./finding-notes.ts";
import { legsOf } from "./legs.ts";
import { Rail } from "./rail.tsx";
import { turnsOf } from "./turns.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const metadata: Metadata = { title: "One handoff" };

export default async function OneHandoff({ params, searchParams }: Props) {
  const { role } = await requireReader();
  const [{ id }, asked, { zone }] = await Promise.all([params, searchParams, theWorkspace()]);
  const [found, walk] = await Promise.all([
    dossier(db(), id),
    walkOf(id, asked, await readFilters(asked), readView(asked)),
  ]);
  if (!found) notFound();
  const { conversation, episodes } = found;
  const now = pageNow();
  const judge: Judge = (keys) => (mayReview(role) ? judgeFindings.bind(null, keys) : null);
  const facts = [
    dateTime(conversation.createdAt, zone),
    label(conversation.channel),
    conversation.language && label(conversation.language),
    conversation.topic && `topic ${label(conversation.topic)}`,
  ].filter(Boolean);
  return (
    <main className="page">
      <div className="note no-print flex flex-wrap items-baseline gap-x-4">
        {walk ? (
          <Walk {...walk} position={`${count(walk.position)} of ${count(walk.total)}`} />
        ) : (
          <Link href="/handoffs" className="link">
            Handoffs
          </Link>
        )}
        <span>
          {conversation.source} {conversation.externalId}
        </span>
        {conversation.url && (
          <a href={safeUrl(conversation.url)} className="link ml-auto" rel="noreferrer" target="_blank">
            Open in the source
          </a>
        )}
      </div>
      <h1 className="lead mt-1">
        <Pieces pieces={titleOf(found)} />
      </h1>
      <p className="deck mt-1 flex flex-wrap gap-x-4">
        <b className="font-semibold text-ink">
          {conversation.customer?.name ?? conversation.customer?.id ?? "Unknown customer"}
        </b>
        {conversation.customer?.plan && <span>{label(conversation.customer.plan)}</span>}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {episodes.length === 0 && <p className="deck mt-3">This conversation came in just now and is being read.</p>}
      <LegHead stretches={legsOf(found, zone, now)} />
      <div className="mt-8 grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_320px]">
        <Transcript turns={turnsOf(found, zone, now, judge)} />
        <Rail dossier={found} zone={zone} />
      </div>
      <footer className="note mt-10 flex flex-wrap gap-x-6 gap-y-1 border-t border-hair pt-3">
        <span>Findings are made by rules and can be wrong; solid underline: confirmed, dashed: open</span>
        <FindingKeys />
        <span className="sm:ml-auto">Times in {zone}</span>
      </footer>
    </main>
  );
}

/** What a source gives as an address is followed only if it is one of the web. */
const safeUrl = (url: string): string | undefined => (/^https?:\/\//i.test(url) ? url : undefined);

const titleOf = ({ conversation, handoffs, ratings, episodes }: Dossier): Piece[] => {
  const handoff = handoffs.find(({ ordinal }) => ordinal === 1);
  if (!handoff) {
    const { subject, topic } = conversation;
    const about = topic ? `about ${label(topic).toLowerCase()}` : "without a subject";
    return [{ text: subject ?? `A conversation ${about}` }];
  }
  const episode = episodes.find((one) => one.episode === handoff.episode);
  const rating = ratings.find((one) => one.counts && one.episode === handoff.episode);
  return handoffSentence({
    outcome: handoff.outcome,
    isTakeover: handoff.isTakeover,
    waitSeconds: handoff.waitSeconds,
    waitBusinessSeconds: handoff.waitBusinessSeconds,
    promisedSeconds: handoff.promisedWaitSeconds,
    repeated: episode?.hasExplicitRepetition ?? false,
    resolution: episode?.resolution ?? "pending",
    rating: rating ? { score: rating.score, scaleMax: rating.scaleMax } : null,
  });
};
