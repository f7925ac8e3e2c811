"use client";

import { useEffect, useState } from "react";

/** connecting: nothing has been heard yet; lost: it was broken off, and is tried again. */
export type Heard = "live" | "connecting" | "lost" | "signed out";

/** The newest that the stream at `url` sent, at first what came with the page. Browsers keep six streams at most to one
 * server, so one tab listens for all that show the same: it holds a lock, and tells the others what it hears. */
export const useLive = <T>(url: string, initial: T): { value: T; heard: Heard; heardAt: number } => {
  const [state, setState] = useState<{ value: T; heard: Heard; heardAt: number }>({
    value: initial,
    heard: "connecting",
    heardAt: 0,
  });
  useEffect(() => {
    const tabs = new BroadcastChannel(`seam ${url}`);
    const stop = new AbortController();
    let source: EventSource | null = null;
    let last: string | null = null;
    const take = (text: string) =>
      setState({ value: JSON.parse(text) as T, heard: "live", heardAt: performance.now() });
    const listen = () =>
      new Promise<void>((done) => {
        stop.signal.addEventListener("abort", () => done());
        source = new EventSource(url);
        source.onmessage = ({ data }: MessageEvent<string>) => {
          last = data;
          take(data);
          tabs.postMessage({ text: data });
        };
        source.onerror = () => {
          const heard = source?.readyState === EventSource.CLOSED ? "signed out" : "lost";
          setState((before) => ({ ...before, heard }));
          tabs.postMessage({ heard });
        };
      });
    tabs.onmessage = ({ data }: MessageEvent<{ text?: string; heard?: Heard; isNew?: true }>) => {
      if (data.text !== undefined) take(data.text);
      const { heard } = data;
      if (heard) setState((before) => ({ ...before, heard }));
      if (data.isNew && last !== null) tabs.postMessage({ text: last });
    };
    // An insecure address has no locks: then each tab listens by itself.
    if (navigator.locks) {
      tabs.postMessage({ isNew: true });
      navigator.locks.request(`seam ${url}`, { signal: stop.signal }, listen).catch(() => {});
    } else void listen();
    return () => {
      stop.abort();
      source?.close();
      tabs.close();
    };
  }, [url]);
  return state;
};

/** Seconds since a moment of `performance.now()`, anew each second; 0 while `isStill`. */
export const useSecondsSince = (moment: number, isStill: boolean): number => {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = () => setSeconds(isStill ? 0 : Math.max(0, (performance.now() - moment) / 1000));
    tick();
    const beat = setInterval(tick, 1000);
    return () => clearInterval(beat);
  }, [moment, isStill]);
  return seconds;
};
