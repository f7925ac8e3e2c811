import { type Bar, Presets, SingleBar } from "cli-progress";

export type Progress = { update: (records: number, bytesRead: number) => void; stop: () => void };

const QUIET_MS = 5000;

/** A bar on a terminal, a line each five seconds elsewhere: records, records per second, time left. */
export const progressOf = (name: string, bytes: number | null): Progress => {
  const startedAt = Date.now();
  const rate = (records: number) => Math.round(records / Math.max(0.001, (Date.now() - startedAt) / 1000));
  const left = (read: number) =>
    bytes === null || read === 0 ? "–" : `${Math.round(((Date.now() - startedAt) / 1000) * (bytes / read - 1))} s`;
  if (process.stderr.isTTY) return barOf(name, bytes, rate, left);
  let shownAt = startedAt;
  return {
    update: (records, read) => {
      if (Date.now() - shownAt < QUIET_MS) return;
      shownAt = Date.now();
      process.stderr.write(`${name}: ${records} records, ${rate(records)} records/s, ${left(read)} left\n`);
    },
    stop: () => {},
  };
};

const barOf = (
  name: string,
  bytes: number | null,
  rate: (records: number) => number,
  left: (read: number) => string,
): Progress => {
  const format = `${name} {bar} {percentage} % | {records} records | {rate} records/s | {left} left`;
  const bar: Bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  );
  bar.start(Math.max(1, bytes ?? 1), 0, { records: 0, rate: 0, left: "–" });
  return {
    update: (records, read) =>
      bar.update(bytes === null ? 0 : Math.min(read, bytes), { records, rate: rate(records), left: left(read) }),
    stop: () => bar.stop(),
  };
};
