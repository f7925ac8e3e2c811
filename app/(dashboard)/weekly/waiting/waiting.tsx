import Link from "next/link";
import type { ReactNode } from "react";
import { Switch } from "#app/_components/switch.tsx";
import { db } from "#app/_db.ts";
import type { SearchParams } from "#app/_filters.ts";
import { targetsWith } from "#app/_targets.ts";
import { measure } from "#db/metrics/measure.ts";
import { answerLegs, askWaits, handoffWaits } from "#db/metrics/waits.ts";
import type { Filters } from "#lib/filters.ts";
import { count } from "#lib/format.ts";
import { isTooFew } from "#lib/metrics/measure.ts";
import { type Clock, type FateRisk, risksOn, type Wait } from "#lib/metrics/wait-curve.ts";
import { answeredUnder } from "#lib/metrics/waits.ts";
import {
  answeredOnlySentence,
  askedSentence,
  bandsOf,
  cautionSentence,
  leftSentence,
  legsSentence,
  outOfHoursSentence,
  quantilesText,
  reachedSentence,
  stillWaitingSentence,
  stretchesSentence,
  type WaitPiece,
  waitTitle,
} from "#lib/sentences/waiting.ts";
import { listHref } from "../week.ts";
import { WaitCurve } from "./curve.tsx";
import { clockOf, switchHref, waitListHref } from "./view.ts";
import { WaitTable } from "./wait-table.tsx";

type Props = { filters: Filters; params: SearchParams };

const TITLE = "Time to the first human reply";

/** The curve of waiting: what had become of the handoffs after each minute, and what has to be said beside it. */
export async function Waiting({ filters, params }: Props) {
  const clock = clockOf(params);
  const [waits, asks, target] = await Promise.all([
    handoffWaits(db(), filters),
    askWaits(db(), filters),
    targetsWith(filters),
  ]);
  const risks = risksOn(waits.inHours, clock);
  const reached =
    clock === "open" ? await measure(db(), "answeredInTarget", filters) : answeredUnder(risks, TARGET_SECONDS);
  // The target is one of open minutes.
  const share = clock === "open" ? target("answeredInTarget") : null;
  const title = waitTitle(risks, clock) ?? TITLE;
  const few = isTooFew({ n: risks.length });
  return (
    <section className="section" aria-label={TITLE}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-5">
        <h2>{title}</h2>
        <Switch label="Clock of the waits" choices={choicesOf(clock, filters, params)} />
      </div>
      <p className="deck">
        {title === TITLE ? "What" : `${TITLE}: what`} became of those handed over in open hours, by{" "}
        {clock === "open" ? "open minutes" : "minutes on the clock"} since the handoff; nobody who left is dropped
      </p>
      {few ? (
        <TooFew n={risks.length} href={listHref("answeredInTarget", filters, filters.range)} />
      ) : (
        <WaitCurve risks={risks} reached={reached} target={share} bands={marksOf(risks, clock, filters)} />
      )}
      <dl className="note mt-1">
        {!few && (
          <Line name="Within 5 minutes">
            {clock === "open" ? (
              <Link className="link" href={listHref("answeredInTarget", filters, filters.range, "part")}>
                {reachedSentence(reached, share)}
              </Link>
            ) : (
              `${reachedSentence(reached, null)}. The target counts open minutes.`
            )}
          </Line>
        )}
        {!few && <Line name="Read them">{linked(stretchesSentence(risks, clock), filters)}</Line>}
        {!few && <Percentiles risks={risks} />}
        {risks.length + waits.outOfHours.length + asks.length > 0 && (
          <Rest filters={filters} clock={clock} waits={waits} asks={asks} />
        )}
      </dl>
      {!few && <WaitTable risks={risks} asked={risksOn(asks, clock)} clock={clock} />}
    </section>
  );
}

const TARGET_SECONDS = 300;

/** Where a click on the curve leads: to those answered in the stretch of it that was clicked. */
const marksOf = (risks: FateRisk[], clock: Clock, filters: Filters) =>
  bandsOf(risks, clock)
    .filter(({ n }) => n > 0)
    .map(({ n, upTo, text, narrow }) => ({
      upTo: upTo === null ? null : upTo / 60,
      text: `Open the ${count(n)} ${text}`,
      href: waitListHref(narrow, filters),
    }));

const choicesOf = (clock: Clock, filters: Filters, params: SearchParams) => [
  { name: "Open hours", href: switchHref(filters, params, { clock: null }), isOn: clock === "open" },
  { name: "By the clock", href: switchHref(filters, params, { clock: "wall" }), isOn: clock === "wall" },
];

function TooFew({ n, href }: { n: number; href: string }) {
  if (n === 0) return <p className="deck my-4">Nobody was handed over in open hours with these filters.</p>;
  return (
    <p className="deck my-4">
      <Link className="link" href={href}>
        {n === 1 ? "1 handoff" : `${count(n)} handoffs`} in open hours
      </Link>
      : too few for a curve, which needs 10. They can be read.
    </p>
  );
}

function Percentiles({ risks }: { risks: FateRisk[] }) {
  const [naive, caution] = [answeredOnlySentence(risks), cautionSentence(risks)];
  return (
    <>
      <Line name="If nobody left">
        {quantilesText(risks)}. {caution}
      </Line>
      {naive && <Line name="Answered only">{naive}</Line>}
    </>
  );
}

type RestProps = {
  filters: Filters;
  clock: Clock;
  waits: { inHours: Wait[]; outOfHours: Wait[] };
  asks: Wait[];
};

/** What the curve does not show: leaving as a range, what is counted apart, and the other clocks. */
async function Rest({ filters, clock, waits: { inHours, outOfHours }, asks }: RestProps) {
  const [likely, certain, waiting, legs] = await Promise.all([
    measure(db(), "leftBeforeAnswer", filters),
    measure(db(), "leftCertain", filters),
    measure(db(), "stillWaiting", filters),
    answerLegs(db(), filters, clock),
  ]);
  const all = inHours.length + outOfHours.length;
  const answered = inHours.filter(({ outcome }) => outcome === "answered").length;
  const lines: [name: string, pieces: WaitPiece[]][] = [
    ["Left before an answer", leftSentence({ certain, likely, short: all - likely.n })],
    ["Out of hours", outOfHoursSentence({ open: risksOn(outOfHours, "open"), wall: risksOn(outOfHours, "wall") })],
    ["Still waiting now", stillWaitingSentence(waiting)],
    ["From the first ask", askedSentence(risksOn(asks, clock))],
    ["Queue, then reply", [{ text: legsSentence({ ...legs, answered }) }]],
  ];
  return lines.map(([name, pieces]) => (
    <Line key={name} name={name}>
      {linked(pieces, filters)}
    </Line>
  ));
}

const linked = (pieces: WaitPiece[], filters: Filters): ReactNode[] =>
  pieces.map(({ text, opens }) =>
    opens ? (
      <Link key={text} className="link" href={waitListHref(opens, filters)}>
        {text}
      </Link>
    ) : (
      text
    ),
  );

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-4 border-b border-hair py-1 sm:grid-cols-[132px_minmax(0,1fr)]">
      <dt className="text-ink-2">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
