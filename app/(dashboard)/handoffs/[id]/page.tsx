import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireReader, theWorkspace } from "#app/_auth/session.ts";
import { LegHead } from "#app/_components/leg-head.tsx";
import { Transcript, type Turn } from "#app/_components/transcript.tsx";
import { db } from "#app/_db.ts";
import { type Dossier, dossier } from "#db/conversation.ts";
import { dateTime, duration, durationUnit, label, time } from "#lib/format.ts";
import { handoffSentence } from "#lib/sentences/handoff.ts";
import { Rail } from "./rail.tsx";
import { type Item, storyOf, stretchesOf } from "./transcript.ts";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "One handoff" };

export default async function OneHandoff({ params }: Props) {
  await requireReader();
  const [{ id }, { zone }] = await Promise.all([params, theWorkspace()]);
  const found = await dossier(db(), id);
  if (!found) notFound();
  const { conversation, episodes } = found;
  const facts = [
    dateTime(conversation.createdAt, zone),
    label(conversation.channel),
    conversation.language && label(conversation.language),
    conversation.topic && `topic ${label(conversation.topic)}`,
  ].filter(Boolean);
  return (
    <main className="page">
      <div className="note no-print flex flex-wrap gap-x-4">
        <Link href="/handoffs" className="link">
          Handoffs
        </Link>
        <span>
          {conversation.source} {conversation.externalId}
        </span>
        {conversation.url && (
          <a href={safeUrl(conversation.url)} className="link ml-auto" rel="noreferrer" target="_blank">
            Open in the source
          </a>
        )}
      </div>
      <h1 className="lead mt-1">{titleOf(found)}</h1>
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
      <LegHead
        stretches={stretchesOf(found).map((one) => ({
          leg: one.leg,
          seconds: one.seconds,
          length: `${duration(one.seconds)} ${durationUnit(one.seconds)}`.trim(),
          from: time(one.from, zone),
          to: time(one.to, zone),
        }))}
      />
      <div className="mt-8 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_300px]">
        <Transcript turns={storyOf(found).map((item) => turnOf(item, found, zone))} />
        <Rail dossier={found} zone={zone} />
      </div>
      <footer className="note mt-10 flex border-t border-hair pt-3">
        <span>Findings are made by rules and can be wrong; each names its rule, version and confidence</span>
        <span className="ml-auto">Times in {zone}</span>
      </footer>
    </main>
  );
}

/** What a source gives as an address is followed only if it is one of the web. */
const safeUrl = (url: string): string | undefined => (/^https?:\/\//i.test(url) ? url : undefined);

const titleOf = ({ conversation, handoffs, ratings, episodes }: Dossier): string => {
  const handoff = handoffs.find(({ ordinal }) => ordinal === 1);
  if (!handoff)
    return conversation.subject ?? `A conversation about ${label(conversation.topic ?? "something").toLowerCase()}`;
  const episode = episodes.find((one) => one.episode === handoff.episode);
  const rating = ratings.find((one) => one.counts && one.episode === handoff.episode);
  return handoffSentence({
    outcome: handoff.outcome as never,
    waitSeconds: handoff.waitBusinessSeconds,
    promisedSeconds: handoff.promisedWaitSeconds,
    repeated: episode?.hasExplicitRepetition ?? false,
    resolution: (episode?.resolution ?? "pending") as never,
    rating: rating ? { score: rating.score, scaleMax: rating.scaleMax } : null,
  });
};

const turnOf = (item: Item, { conversation, handoffs }: Dossier, zone: string): Turn => {
  const at = time(item.at, zone);
  if (item.is === "event") return { is: "event", key: `${item.at.getTime()} ${item.text}`, at, text: item.text };
  if (item.is === "seam") {
    const { handoff } = item;
    const wait = `${duration(handoff.waitBusinessSeconds)} ${durationUnit(handoff.waitBusinessSeconds)}`.trim();
    return {
      is: "seam",
      key: handoff.handoffId,
      at,
      to: handoff.team ? `to ${label(handoff.team)}` : "",
      trigger: handoff.isTakeover ? "a person stepped in" : label(handoff.trigger),
      queue: handoff.isTakeover ? null : wait,
      note: handoff.inHours ? "in open hours" : "while closed; counted from opening",
    };
  }
  const { message } = item;
  const author = conversation.participants.find(({ id }) => id === message.authorId);
  const isFirstOfAgent = handoffs.some(({ firstReplyMessageId }) => firstReplyMessageId === message.id);
  return {
    is: "message",
    key: message.id,
    at,
    leg: item.leg,
    author: nameOf(message.authorKind, author?.name ?? null, conversation.customer?.name ?? null),
    isAi: message.authorKind === "ai",
    isAgent: message.authorKind === "human",
    isInternal: message.visibility === "internal",
    opensAgentLeg: isFirstOfAgent,
    text: message.text,
    quoted: message.quoted,
    articles: (message.ai?.retrieval ?? []).map(({ id, title }) => title ?? id),
    findings: item.findings.map(({ start, end, rule, version, confidence }) => ({
      start,
      end,
      name: "Says it again, in so many words",
      rule: `${rule}, version ${version}, confidence ${confidence.toFixed(2)}`,
    })),
  };
};

const nameOf = (kind: string, name: string | null, customer: string | null): string => {
  if (kind === "customer") return name ?? customer ?? "Customer";
  if (kind === "ai") return name ?? "AI";
  return name ?? (kind === "human" ? "Agent" : "System");
};
