import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { currentReader, pageNow, requireReader } from "#app/_auth/session.ts";
import { NothingYet } from "#app/_components/nothing-yet.tsx";
import { db } from "#app/_db.ts";
import { Filtering } from "#app/_filter-bar.tsx";
import type { SearchParams } from "#app/_filters.ts";
import { queueBoard, readQueue } from "#app/_queue.ts";
import { isIncidentOpen } from "#db/alarms/journal.ts";
import { hasConversations } from "#db/conversation.ts";
import { incidentAsked } from "#lib/alarms/notification.ts";
import { mayAnswerAlarms } from "#lib/roles.ts";
import { Board } from "./board.tsx";
import { WeekMap } from "./week-map.tsx";

export const metadata: Metadata = { title: "Queue" };

export default async function Queue({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { incident, ...params } = await searchParams;
  const askedFor = incidentAsked(incident);
  // Whoever comes from a message comes back to it.
  if (askedFor && !(await currentReader())) redirect(`/sign-in?incident=${askedFor}`);
  const reader = await requireReader();
  if (!(await hasConversations(db()))) return <NothingYet isAdmin={reader.role === "admin"} />;
  if (askedFor && !(await isIncidentOpen(db(), askedFor))) redirect(`/queue/alarms?incident=${askedFor}`);
  const filters = await readQueue(params);
  const board = await queueBoard(filters, pageNow());
  const asked = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
  return (
    <>
      <Filtering path="/queue" filters={filters} params={params} hasCompare={false} by="day" />
      <Board
        key={asked.toString()}
        url={`/api/live?${asked}`}
        initial={board}
        mayAnswer={mayAnswerAlarms(reader.role)}
        askedFor={askedFor}
      >
        <Suspense>
          <WeekMap filters={filters} />
        </Suspense>
      </Board>
    </>
  );
}
