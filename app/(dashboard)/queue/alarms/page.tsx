import type { Metadata } from "next";
import Link from "next/link";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { type Column, FoldingTable, None } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import type { SearchParams } from "#app/_filters.ts";
import { alarmJournalOf, falseAlarms, incidentsOf, silencesAt } from "#db/alarms/journal.ts";
import { alarmRulesOf } from "#db/alarms/rules.ts";
import { sourceKeys } from "#db/sources.ts";
import { incidentAsked } from "#lib/alarms/notification.ts";
import type { AlarmRule } from "#lib/alarms/rule.ts";
import { count, dateTime, percent } from "#lib/format.ts";
import { mayAnswerAlarms } from "#lib/roles.ts";
import { conditionText, journalText, scopeText, silenceText } from "#lib/sentences/alarms.ts";
import { stopSilence } from "./actions.ts";
import { Incidents } from "./incidents.tsx";

export const metadata: Metadata = { title: "Alarms" };

export default async function Alarms({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const reader = await requireReader();
  const { zone } = await theWorkspace();
  const incidentId = incidentAsked((await searchParams)["incident"]);
  const mayChange = mayAnswerAlarms(reader.role);
  const [incidents, journal] = await Promise.all([
    incidentsOf(db(), { id: incidentId }),
    alarmJournalOf(db(), { incidentId }),
  ]);
  return (
    <main className="page">
      <p className="note">
        <Link href="/queue" className="link">
          Queue
        </Link>
      </p>
      <h1 className="mt-1 text-[24px] leading-8 font-semibold tracking-[-0.015em]">Alarms</h1>
      {incidentId === null && <Rules mayChange={mayChange} />}
      {incidentId === null && <Silences zone={zone} mayChange={mayChange} />}
      <Incidents incidents={incidents} zone={zone} isOne={incidentId !== null} mayJudge={mayChange} />
      <section className="section mt-10" aria-label="Journal">
        <h2>Journal</h2>
        <p className="deck">
          {incidentId === null ? "What happened and who did what, the newest first." : "Of this incident alone."}
        </p>
        {journal.length === 0 ? (
          <p className="deck mt-3">Nothing has happened yet.</p>
        ) : (
          <FoldingTable
            columns={JOURNAL}
            rows={journal.map((entry) => ({
              key: String(entry.id),
              cells: [
                dateTime(entry.at, zone),
                journalText(entry),
                entry.user ?? "by itself",
                entry.note ?? <None key="note" />,
              ],
            }))}
          />
        )}
      </section>
    </main>
  );
}

const JOURNAL: Column[] = [{ name: "When" }, { name: "What", isPlain: true }, { name: "Who" }, { name: "Note" }];

const RULES: Column[] = [
  { name: "Rule" },
  { name: "Fires", isPlain: true },
  { name: "For" },
  { name: "False alarms", isNumber: true },
  { name: "State" },
];

async function Rules({ mayChange }: { mayChange: boolean }) {
  const [rules, wrong, sources] = await Promise.all([alarmRulesOf(db()), falseAlarms(db()), sourceKeys(db())]);
  const falseText = ({ id }: AlarmRule) => {
    const found = wrong.find(({ ruleId }) => ruleId === id);
    if (!found) return "never fired";
    const judged = found.n === 0 ? "none judged" : `${percent(found.part / found.n)} of ${count(found.n)} judged`;
    return `${judged}, fired ${count(found.incidents)}×`;
  };
  return (
    <section className="section mt-4" aria-label="Rules">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2>Rules</h2>
        <span className="note">Each is looked at every 30 seconds, for each queue by itself, by the data there is</span>
        {mayChange && (
          <Link href="/queue/alarms/new" className="link ml-auto text-[12px]">
            Add a rule
          </Link>
        )}
      </div>
      {rules.length === 0 ? (
        <p className="deck mt-3">No rule yet: the usual ones come with the first look of the worker.</p>
      ) : (
        <FoldingTable
          columns={RULES}
          rows={rules.map((rule) => ({
            key: rule.id,
            cells: [
              mayChange ? (
                <Link key="name" href={`/queue/alarms/${rule.id}`} className="link font-semibold">
                  {rule.name}
                </Link>
              ) : (
                <b key="name" className="font-semibold">
                  {rule.name}
                </b>
              ),
              conditionText(rule),
              scopeText(rule, sources),
              falseText(rule),
              rule.isEnabled ? "on" : "off",
            ],
          }))}
        />
      )}
    </section>
  );
}

async function Silences({ zone, mayChange }: { zone: string; mayChange: boolean }) {
  const [silences, rules, sources] = await Promise.all([
    silencesAt(db(), pageNow()),
    alarmRulesOf(db()),
    sourceKeys(db()),
  ]);
  if (silences.length === 0) return null;
  return (
    <section className="section mt-10" aria-label="Silences">
      <h2>Silences</h2>
      <ul>
        {silences.map((silence) => (
          <li key={silence.id} className="flex flex-wrap items-baseline gap-x-4 border-b border-hair py-2">
            <b className="font-semibold">{silenceText(silence.matcher, rules, sources)}</b>
            <span>until {dateTime(silence.untilAt, zone)}</span>
            <span className="text-ink-2">“{silence.reason}”</span>
            <span className="text-ink-3">{silence.by ?? "somebody who left"}</span>
            {mayChange && (
              <ActionForm action={stopSilence} submit="End it" look="link" className="ml-auto">
                <input type="hidden" name="id" value={silence.id} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
