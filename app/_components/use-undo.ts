"use client";

import { useState, useTransition } from "react";
import type { Outcome } from "./action-form.tsx";

type Act = (id: string) => Promise<Outcome>;

/** Deleting without asking first, because it can be taken back: `gone` is what was deleted last. */
export const useUndo = <T extends { id: string }>({ remove, restore }: { remove: Act; restore: Act }) => {
  const [gone, setGone] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const act = (what: Act, one: T, after: T | null) =>
    start(async () => {
      const outcome = await what(one.id);
      setProblem(outcome.problem ?? null);
      if (!outcome.problem) setGone(after);
    });
  return {
    gone,
    problem,
    isBusy,
    take: (one: T) => act(remove, one, one),
    bringBack: () => gone && act(restore, gone, null),
  };
};
