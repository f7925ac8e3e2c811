import Link from "next/link";
import type { Filters } from "#lib/filters.ts";
import { count, label, percent, rangeName } from "#lib/format.ts";
import { shareOf } from "#lib/knowledge/counts.ts";
import type { PlacedTopic } from "#lib/knowledge/kinds.ts";
import { announced, type Knowledge, knowledge } from "./found.ts";
import { KIND_NAMES, topicHref, topicListHref } from "./words.ts";

const [WIDTH, HEIGHT] = [720, 360];
const EDGE = { left: 40, right: 12, top: 14, bottom: 34 };
/** Discs with a name; the others are named when pointed at and in the list. */
const NAMED = 8;
const LINE = 13;

type Disc = { one: PlacedTopic; x: number; y: number; r: number; isNamed: boolean; labelY: number };

/** Every topic by how often it escalates and how often people then solve it. */
export async function QuadrantChart({ filters }: { filters: Filters }) {
  const found = await knowledge(filters);
  const { topics, all } = found.placed;
  const [rate, solved] = [shareOf(all.escalated), shareOf(all.resolved)];
  if (topics.length === 0 || rate === null || solved === null)
    return (
      <section className="section">
        <h2>Gap, bug, policy, or working as designed</h2>
        <p className="deck mt-2">
          No topic can be placed yet: it takes episodes with the AI, and handoffs that are old enough to be judged.
        </p>
      </section>
    );
  const rising = new Set(announced(found).map(({ topic }) => topic));
  const { x, y, ticks } = scalesOf(topics, rate, solved);
  const discs = placed(topics, rising, x, y);
  return (
    <section className="section">
      <h2>Gap, bug, policy, or working as designed</h2>
      <p className="deck">
        Each disc a topic: how often it escalated in {rangeName(found.wide)}, how often people then solved it in{" "}
        {rangeName(found.judged)}; its area the volume, lines at the averages. Hollow: escalates by a rule you set, so
        not a gap
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="mt-2 w-full max-sm:hidden">
        <title>Topics by how often they escalate and how often people solve them</title>
        <Ground x={x} y={y} rate={rate} solved={solved} ticks={ticks} />
        {discs.map((disc) => (
          <DiscMark
            key={disc.one.topic}
            disc={disc}
            isRising={rising.has(disc.one.topic)}
            href={topicHref(filters, disc.one.topic)}
          />
        ))}
      </svg>
      <List topics={topics} filters={filters} found={found} />
    </section>
  );
}

type Scale = (value: number) => number;
type Ticks = { x: number[]; y: number[] };

const scalesOf = (
  topics: readonly PlacedTopic[],
  rate: number,
  solved: number,
): { x: Scale; y: Scale; ticks: Ticks } => {
  const rates = topics.map((one) => shareOf(one.rates.escalated) ?? 0);
  const solves = topics.map((one) => shareOf(one.rates.resolved) ?? 0);
  const right = Math.min(1, Math.ceil((Math.max(...rates, rate) + 0.02) * 10) / 10);
  const low = Math.max(0, Math.floor((Math.min(...solves, solved) - 0.06) * 10) / 10);
  return {
    x: (value) => EDGE.left + (value / right) * (WIDTH - EDGE.left - EDGE.right),
    y: (value) => EDGE.top + ((1 - value) / (1 - low || 1)) * (HEIGHT - EDGE.top - EDGE.bottom),
    ticks: { x: stepsTo(0, right), y: stepsTo(low, 1) },
  };
};

const stepsTo = (from: number, to: number): number[] => {
  const step = to - from > 0.55 ? 0.2 : 0.1;
  return Array.from({ length: Math.floor((to - from) / step + 1e-6) + 1 }, (_, i) => from + i * step);
};

/** Discs with their names moved apart, the largest first. */
const placed = (topics: readonly PlacedTopic[], rising: ReadonlySet<string>, x: Scale, y: Scale): Disc[] => {
  const most = Math.max(...topics.map((one) => one.rates.escalated.whole));
  const ranked = topics.toSorted(
    (a, b) =>
      Number(rising.has(b.topic)) - Number(rising.has(a.topic)) || b.rates.escalated.whole - a.rates.escalated.whole,
  );
  const taken: { x: number; y: number }[] = [];
  return ranked.map((one, i) => {
    const [at, up] = [x(shareOf(one.rates.escalated) ?? 0), y(shareOf(one.rates.resolved) ?? 0)];
    let labelY = up + 4;
    while (taken.some((other) => Math.abs(other.x - at) < 120 && Math.abs(other.y - labelY) < LINE)) labelY += LINE;
    const isNamed = i < NAMED && labelY < HEIGHT - EDGE.bottom;
    if (isNamed) taken.push({ x: at, y: labelY });
    return { one, x: at, y: up, r: 3 + 11 * Math.sqrt(one.rates.escalated.whole / most), isNamed, labelY };
  });
};

type GroundProps = { x: Scale; y: Scale; rate: number; solved: number; ticks: Ticks };

function Ground({ x, y, rate, solved, ticks }: GroundProps) {
  const [right, bottom] = [WIDTH - EDGE.right, HEIGHT - EDGE.bottom];
  return (
    <g fontSize="11" fill="var(--ink-3)">
      <path d={`M${EDGE.left} ${EDGE.top}V${bottom}H${right}`} stroke="var(--hair-2)" fill="none" />
      {ticks.y.map((value) => (
        <text key={value} x={EDGE.left - 6} y={y(value) + 4} textAnchor="end">
          {percent(value)}
        </text>
      ))}
      {ticks.x.map((value) => (
        <text key={value} x={x(value)} y={bottom + 15} textAnchor="middle">
          {percent(value)}
        </text>
      ))}
      <text x={EDGE.left} y={HEIGHT - 4}>
        Up: post-escalation resolution
      </text>
      <text x={right} y={HEIGHT - 4} textAnchor="end">
        Escalation rate of the topic
      </text>
      <path
        d={`M${x(rate)} ${EDGE.top}V${bottom}M${EDGE.left} ${y(solved)}H${right}`}
        stroke="var(--ink-3)"
        strokeDasharray="2 3"
      />
      <g fontWeight="600" fill="var(--ink-2)">
        <text x={EDGE.left + 6} y={EDGE.top + 10}>
          {KIND_NAMES.as_designed}
        </text>
        <text x={right} y={EDGE.top + 10} textAnchor="end">
          {KIND_NAMES.gap}: people solve it
        </text>
        <text x={EDGE.left + 6} y={bottom - 8}>
          {KIND_NAMES.policy}, or rare and stuck
        </text>
        <text x={right} y={bottom - 8} textAnchor="end">
          {KIND_NAMES.product_bug}: people get stuck too
        </text>
      </g>
    </g>
  );
}

function DiscMark({
  disc: { one, x, y, r, isNamed, labelY },
  isRising,
  href,
}: {
  disc: Disc;
  isRising: boolean;
  href: string;
}) {
  const isRight = x > WIDTH - 170;
  const colour = isRising ? "var(--ho)" : "var(--ink-3)";
  const said = `${label(one.topic)}: escalates ${percent(shareOf(one.rates.escalated))} of n ${count(one.rates.escalated.whole)}, people solve ${percent(shareOf(one.rates.resolved))} of n ${count(one.rates.resolved.whole)}; ${KIND_NAMES[one.kind]}${one.isSure ? "" : ", not sure"}`;
  return (
    <Link href={href} aria-label={said}>
      <title>{said}</title>
      <circle
        cx={x}
        cy={y}
        r={r}
        fill={one.isByRule ? "var(--paper)" : colour}
        fillOpacity={isRising || one.isByRule ? 1 : 0.45}
        stroke={colour}
      />
      {isNamed && (
        <text
          x={isRight ? x - r - 5 : x + r + 5}
          y={labelY}
          textAnchor={isRight ? "end" : "start"}
          fontSize="12"
          fontWeight={isRising ? 600 : 400}
          fill={isRising ? "var(--ho-ink)" : "var(--ink-2)"}
          className="halo"
        >
          {label(one.topic)}
        </text>
      )}
    </Link>
  );
}

type ListProps = { topics: readonly PlacedTopic[]; filters: Filters; found: Knowledge };

/** The same in words: all there is on a phone, and for whoever cannot see the discs. */
function List({ topics, filters, found: { wide, judged } }: ListProps) {
  const ranked = topics.toSorted((a, b) => b.rates.escalated.part - a.rates.escalated.part);
  return (
    <details className="note mt-2 max-sm:mt-3">
      <summary className="min-h-6 cursor-pointer">View as table</summary>
      <table className="table mt-1">
        <thead>
          <tr>
            <th>Topic</th>
            <th className="number">Escalates</th>
            <th className="number">People solve</th>
            <th>Kind</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((one) => (
            <tr key={one.topic}>
              <th scope="row">{label(one.topic)}</th>
              <td className="number">
                <Link href={topicListHref(filters, one.topic, wide)} className="link">
                  {percent(shareOf(one.rates.escalated))}
                </Link>{" "}
                n {count(one.rates.escalated.whole)}
              </td>
              <td className="number">
                <Link
                  href={topicListHref(filters, one.topic, judged, { metric: "postEscalationResolution" })}
                  className="link"
                >
                  {percent(shareOf(one.rates.resolved))}
                </Link>{" "}
                n {count(one.rates.resolved.whole)}
              </td>
              <td>
                {KIND_NAMES[one.kind]}
                {one.isSure ? "" : ", not sure"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
