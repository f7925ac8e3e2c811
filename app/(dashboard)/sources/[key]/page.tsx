import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { pageNow, requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { Refresh } from "#app/_components/refresh.tsx";
import { db } from "#app/_db.ts";
import { type SourceSummary, sourceSummary } from "#db/sources.ts";
import { count, dateTime, roughLength } from "#lib/format.ts";
import { descriptorOf } from "#lib/sources/catalogue.ts";
import { isInTrouble, stateText } from "#lib/sources/words.ts";
import { pause, resume, tryAgain } from "../actions.ts";
import { Matrix } from "../matrix.tsx";
import { Credentials } from "./credentials.tsx";
import { Inactivity } from "./inactivity.tsx";
import { Readings } from "./readings.tsx";
import { RefusedHere } from "./refused.tsx";
import { Removal } from "./removal.tsx";

type Props = { params: Promise<{ key: string }> };

export const metadata: Metadata = { title: "One source" };

export default async function OneSource({ params }: Props) {
  await requireAdmin();
  const { zone } = await theWorkspace();
  const source = await sourceSummary(db(), decodeURIComponent((await params).key));
  if (!source || source.kind === "demo") notFound();
  const descriptor = descriptorOf(source.kind);
  const isRead = descriptor !== null && source.kind !== "push";
  return (
    <main className="page space-y-10">
      <Refresh seconds={2} />
      <Head source={source} zone={zone} isRead={isRead} />
      {isRead && <Readings source={source} zone={zone} />}
      {isRead && <RefusedHere source={source} zone={zone} />}
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,440px)_minmax(0,1fr)]">
        <div className="space-y-10">
          {descriptor && <Credentials source={source} descriptor={descriptor} />}
          <Inactivity source={source} />
        </div>
        {descriptor && <Matrix descriptor={descriptor} />}
      </div>
      <Removal source={source} isConnected={descriptor !== null} />
    </main>
  );
}

function Head({ source, zone, isRead }: { source: SourceSummary; zone: string; isRead: boolean }) {
  const { key, kind, account, state, lastError, createdAt } = source;
  const name = [descriptorOf(kind)?.name ?? "Imported files", account].filter(Boolean).join(", ");
  const isTried = state === "active" || state === "checking";
  const about = isTried && source.failingSince ? { action: tryAgain, submit: "Try now" } : null;
  return (
    <section>
      <p className="note">
        <Link href="/sources" className="link">
          Sources
        </Link>
      </p>
      <h1 className="lead mt-1">
        {key}: <span className={isInTrouble(source) ? "text-red-ink" : undefined}>{stateText(source, pageNow())}</span>
      </h1>
      <p className="deck mt-1">
        {name}; added {dateTime(createdAt, zone)}
      </p>
      {lastError && <Trouble source={source} zone={zone} />}
      {isRead && <Facts source={source} zone={zone} />}
      {isRead && (
        <div className="mt-4 flex flex-wrap gap-3">
          {about && <Button source={key} {...about} />}
          {state === "refused" && <Button source={key} action={tryAgain} submit="Check again" />}
          {state === "active" && !source.failingSince && <Button source={key} action={tryAgain} submit="Read now" />}
          {state === "active" && <Button source={key} action={pause} submit="Pause" />}
          {state === "paused" && <Button source={key} action={resume} submit="Resume" />}
        </div>
      )}
    </section>
  );
}

function Trouble({ source, zone }: { source: SourceSummary; zone: string }) {
  const { state, lastError, failingSince, retryAt } = source;
  return (
    <p role="alert" className="mt-3 max-w-[720px] border-l-2 border-red pl-3">
      {lastError}
      {failingSince && (
        <span className="note block">
          Since {dateTime(failingSince, zone)}
          {retryAt && `; tried again at ${dateTime(retryAt, zone)}`}.{" "}
          {state === "active" && "What was read before stays."}
        </span>
      )}
    </p>
  );
}

type ButtonProps = { source: string } & Pick<Parameters<typeof ActionForm>[0], "action" | "submit">;

function Button({ source, action, submit }: ButtonProps) {
  return (
    <ActionForm action={action} submit={submit} look="quiet">
      <input type="hidden" name="source" value={source} />
    </ActionForm>
  );
}

function Facts({ source, zone }: { source: SourceSummary; zone: string }) {
  const { watermarkAt, lastPolledAt, requestsLeft, requestsResetAt, hints, conversations } = source;
  const lagSeconds = watermarkAt && (pageNow().getTime() - watermarkAt.getTime()) / 1000;
  const facts = [
    ["Complete until", watermarkAt ? dateTime(watermarkAt, zone) : "not read yet"],
    ["Behind by", lagSeconds === null ? "–" : roughLength(lagSeconds)],
    ["Last asked", lastPolledAt ? dateTime(lastPolledAt, zone) : "–"],
    ["Conversations", count(conversations)],
    ["To fetch", count(hints)],
    [
      "Requests left",
      requestsLeft === null
        ? "not said"
        : `${count(requestsLeft)}${requestsResetAt ? ` until ${dateTime(requestsResetAt, zone)}` : ""}`,
    ],
  ];
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 border-t border-hair pt-3 sm:grid-cols-3 xl:grid-cols-6">
      {facts.map(([term, text]) => (
        <div key={term}>
          <dt className="note">{term}</dt>
          <dd className="tabular-nums">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
