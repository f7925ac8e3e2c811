"use client";

import { useEffect, useRef, useState } from "react";
import type { AlarmCard } from "#app/_alarm-card.ts";

const isFiring = ({ phase, isAcked }: AlarmCard): boolean => phase === "firing" && !isAcked;

/** Lets the browser tell of alarms that begin to fire while the page is open, each once however many tabs show it. Returns
 * what asks whether it may; null where that is decided already, or the browser cannot. */
export const useNotifications = (alarms: readonly AlarmCard[]): (() => void) | null => {
  const [permission, setPermission] = useState<NotificationPermission>("denied");
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    if ("Notification" in window) setPermission(Notification.permission);
  }, []);
  useEffect(() => {
    const firing = alarms.filter(isFiring);
    const known = told.current ?? new Set(firing.map(({ key }) => key));
    for (const { key, name, measured } of firing) {
      // The tag makes one of what several tabs say.
      if (!known.has(key) && permission === "granted") new Notification(name, { body: measured, tag: key });
    }
    told.current = new Set(firing.map(({ key }) => key));
  }, [alarms, permission]);
  return permission === "default" ? () => void Notification.requestPermission().then(setPermission) : null;
};
