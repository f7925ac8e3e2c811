import { InlineGlyph } from "./glyph.tsx";
import { bucketOf, type TrendChartProps, type TrendEvent, type TrendSeries } from "./trend.ts";

type Props = {
  bucket: TrendChartProps["buckets"][number] | undefined;
  series: TrendSeries[];
  index: number;
  events: TrendEvent[];
};

export function TrendTooltip({ bucket, series, index, events }: Props) {
  if (!bucket) return null;
  return (
    <div className="popover-surface px-3 py-2 text-[12px] leading-[18px]">
      <p className="font-semibold">{bucket.name}</p>
      {series.map((one) => (
        <div key={one.key}>
          <p className="flex items-center gap-1.5 tabular-nums">
            <InlineGlyph tone={one.tone} />
            {one.name} {one.captions[index]}
          </p>
          {one.restated?.[index] && <p className="max-w-72 text-ink-2">† {one.restated[index]}</p>}
        </div>
      ))}
      {events
        .filter((event) => bucketOf(event) === index)
        .map(({ key, date, text }) => (
          <p key={key} className="max-w-64">
            {date}: {text}
          </p>
        ))}
      {!bucket.isFinal && <p className="text-ink-3">Not final yet</p>}
      <p className="mt-1 text-ink-2 underline decoration-hair-2 underline-offset-3">Open these conversations</p>
    </div>
  );
}
