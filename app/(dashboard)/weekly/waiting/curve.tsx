import type { WaitBandMark } from "#app/_components/charts/waits/wait.ts";
import { WaitChart } from "#app/_components/charts/waits/wait-chart.tsx";
import { count, duration, intervalText, lengthText, metricText, percent } from "#lib/format.ts";
import { isTooFew, type Measurement, standing } from "#lib/metrics/measure.ts";
import { axisOf, FATES, type Fate, type FateRisk, fatesAfter } from "#lib/metrics/wait-curve.ts";
import { waitQuantile } from "#lib/metrics/waits.ts";
import { WAIT_QUANTILES } from "#lib/sentences/waiting.ts";
import { axisTicks, FATE_NAMES, shareText } from "./words.ts";

const TARGET_MINUTES = 5;
/** On a longer axis the five minutes lie within the line of its start. */
const LONGEST_WITH_TARGET = 120;
const STEPS = 60;

type Props = {
  risks: FateRisk[];
  reached: Measurement;
  target: number | null;
  bands: WaitBandMark[];
};

/** The curve of waiting, its target and its percentiles; target null = none that holds by this clock. */
export function WaitCurve({ risks, reached, target, bands }: Props) {
  const axis = axisOf(risks);
  const seconds = Array.from({ length: STEPS + 1 }, (_, i) => (i * axis.minutes * 60) / STEPS);
  const points = fatesAfter(risks, seconds);
  const last = points.at(-1);
  const fates = FATES.toReversed().flatMap((key) =>
    last && (last[key] > 0 || SHOWN_AT_ZERO.includes(key))
      ? [{ key, text: `${FATE_NAMES[key]} ${shareText(last[key])}` }]
      : [],
  );
  const percentiles = WAIT_QUANTILES.map((p) => {
    const { value } = waitQuantile(risks, p);
    const text = value === null ? "not reached" : duration(value);
    return { name: `p${p * 100}`, minutes: value === null ? null : value / 60, text };
  });
  const isMissed = standing(reached, { target, better: "higher" }) === "missed";
  return (
    <WaitChart
      summary={summaryOf(risks, reached, fates, axis.minutes)}
      points={points.map(({ seconds: at, ...shares }) => ({ minutes: at / 60, ...shares }))}
      ticks={axisTicks(axis)}
      fates={fates}
      target={
        axis.minutes > LONGEST_WITH_TARGET
          ? null
          : {
              minutes: TARGET_MINUTES,
              share: target,
              isMissed,
              text: target === null ? "" : `target ${percent(target)} in ${TARGET_MINUTES} min`,
              short: target === null ? "" : `target ${percent(target)}`,
            }
      }
      reached={reachedOf(reached)}
      percentiles={percentiles}
      bands={bands}
    />
  );
}

const reachedOf = (reached: Measurement) => {
  if (reached.value === null || isTooFew(reached)) return null;
  const share = metricText("answeredInTarget", reached.value);
  return {
    share: reached.value,
    text: `${share} answered in ${TARGET_MINUTES} min, n ${count(reached.n)}`,
    short: `${share} in ${TARGET_MINUTES} min`,
  };
};

const SHOWN_AT_ZERO: Fate[] = ["answered", "waiting"];

const summaryOf = (risks: FateRisk[], reached: Measurement, fates: { text: string }[], minutes: number): string => {
  const quantiles = WAIT_QUANTILES.map((p) => {
    const { value } = waitQuantile(risks, p);
    return `p${p * 100} ${value === null ? "not reached" : lengthText(value)}`;
  });
  const answered = `${metricText("answeredInTarget", reached.value)} answered in ${TARGET_MINUTES} minutes`;
  const interval = intervalText("answeredInTarget", reached);
  return `${[answered, interval, `n ${risks.length}`].filter((one) => one !== null).join(", ")}. After ${minutes} minutes: ${fates.map(({ text }) => text).join(", ")}. ${quantiles.join(", ")}.`;
};
