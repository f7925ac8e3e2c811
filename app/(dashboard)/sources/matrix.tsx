import { METRIC_KEYS, metricOf } from "#lib/metrics/catalogue.ts";
import type { Grade, SourceDescriptor } from "#lib/sources/descriptor.ts";

const GRADES: Record<Grade, { sign: string; name: string }> = {
  exact: { sign: "●", name: "exact" },
  approximate: { sign: "◐", name: "approximate" },
  none: { sign: "○", name: "not available" },
};

/** What can be measured with a source, and how well. */
export function Matrix({ descriptor }: { descriptor: SourceDescriptor }) {
  return (
    <section className="section">
      <h2>What can be measured with it</h2>
      <p className="deck">What a source does not give is shown as not available, never as 0.</p>
      <div className="overflow-x-auto">
        <table className="table mt-2">
          <thead>
            <tr>
              <th scope="col">Metric</th>
              <th scope="col">How well</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {METRIC_KEYS.map((key) => {
              const { grade, why } = descriptor.gives[key];
              return (
                <tr key={key} className="align-top">
                  <td className="font-semibold">{metricOf(key).label}</td>
                  <td className="whitespace-nowrap">
                    <span aria-hidden="true">{GRADES[grade].sign}</span> {GRADES[grade].name}
                  </td>
                  <td className="min-w-56 text-ink-2">{why}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
