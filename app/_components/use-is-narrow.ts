"use client";

import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 640px)";

const subscribe = (onChange: () => void): (() => void) => {
  const media = window.matchMedia(NARROW);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
};

/** Whether the window is as narrow as a phone, where names at the ends of lines find no room. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
