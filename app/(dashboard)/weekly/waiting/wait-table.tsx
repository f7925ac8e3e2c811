import { duration, intervalText, lengthText, MISSING, percent } from "#lib/format.ts";
import { isTooFew } from "#lib/metrics/measure.ts";
import { axisOf, type Clock, FATES, type FateRisk, fatesAfter } from "#lib/metrics/wait-curve.ts";
import { waitQuantile } from "#lib/metrics/waits.ts";
import { WAIT_QUANTILES } from "#lib/sentences/waiting.ts";
import { FATE_NAMES } from "./words.ts";

type Props = { risks: FateRisk[]; asked: FateRisk[]; clock: Clock };

/** The curve as figures: its quantiles beside those of the answered alone and of the first ask, and its shares by minute. */
export function WaitTable({ risks, asked, clock }: Props) {
  return (
    <details className="no-print mt-2">
      <summary className="note min-h-6 cursor-pointer">View as table</summary>
      <div className="overflow-x-auto">
        <Quantiles risks={risks} asked={asked} />
        <Shares risks={risks} clock={clock} />
      </div>
    </details>
  );
}

function Quantiles({ risks, asked }: Omit<Props, "clock">) {
  const answered = risks.filter(({ outcome }) => outcome === "answered");
  return (
    <table className="table mt-2">
      <thead>
        <tr>
          <th scope="col">Wait</th>
          <th scope="col" className="number">
            From the handoff
          </th>
          <th scope="col" className="number">
            95&#8239;%
          </th>
          <th scope="col" className="number">
            Answered only
          </th>
          <th scope="col" className="number">
            From the first ask
          </th>
        </tr>
      </thead>
      <tbody>
        {WAIT_QUANTILES.map((p) => {
          const found = waitQuantile(risks, p);
          const naive = waitQuantile(answered, p).value;
          return (
            <tr key={p}>
              <th scope="row">p{p * 100}</th>
              <td className="number">{reachedText(found.value)}</td>
              <td className="number">{intervalText("timeToFirstHuman", found)?.replace(/^95\D*/, "") ?? MISSING}</td>
              <td className="number">{naive === null ? MISSING : lengthText(naive)}</td>
              <td className="number">
                {isTooFew({ n: asked.length }) ? MISSING : reachedText(waitQuantile(asked, p).value)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const reachedText = (seconds: number | null): string => (seconds === null ? "not reached" : lengthText(seconds));

function Shares({ risks, clock }: Omit<Props, "asked">) {
  const { minutes, every } = axisOf(risks);
  const early = [1, 2, 3].filter((minute) => minute < every);
  const later = Array.from({ length: Math.floor(minutes / every) }, (_, i) => (i + 1) * every);
  const points = fatesAfter(
    risks,
    [...early, ...later].map((minute) => minute * 60),
  );
  return (
    <table className="table mt-4">
      <thead>
        <tr>
          <th scope="col">After {clock === "open" ? "open" : ""} min</th>
          {FATES.map((fate) => (
            <th key={fate} scope="col" className="number">
              {FATE_NAMES[fate]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ seconds, ...shares }) => (
          <tr key={seconds}>
            <th scope="row">{duration(seconds)}</th>
            {FATES.map((fate) => (
              <td key={fate} className="number">
                {percent(shares[fate], 1)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
