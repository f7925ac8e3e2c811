/** The vendor's time. It stands still until it is moved, or runs beside ours; either way it may be wrong. */
export type FakeClock = {
  /** What is true. */
  now: () => number;
  /** What the vendor writes into its rows. */
  dataNow: () => number;
  /** What it writes into the Date header. */
  headerNow: () => number;
  set: (instant: number) => void;
  advance: (milliseconds: number) => void;
  skew: (by: { headerMs?: number; dataMs?: number }) => void;
};

export const createClock = (start: number, isRunning = false): FakeClock => {
  let base = start;
  let since = Date.now();
  let headerMs = 0;
  let dataMs = 0;
  const now = (): number => base + (isRunning ? Date.now() - since : 0);
  const set = (instant: number): void => {
    base = instant;
    since = Date.now();
  };
  return {
    now,
    dataNow: () => now() + dataMs,
    headerNow: () => now() + headerMs,
    set,
    advance: (milliseconds) => set(now() + milliseconds),
    skew: (by) => {
      headerMs = by.headerMs ?? headerMs;
      dataMs = by.dataMs ?? dataMs;
    },
  };
};
