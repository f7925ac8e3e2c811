import type { Finding } from "#lib/conversation/assessed.ts";
import type { Message } from "#lib/conversation/types.ts";

export type ScanInput = {
  /** Messages of one episode in time order, internal ones included. */
  messages: Message[];
  episode: number;
  firstHandoffAt: Date | null;
  /** Language of the conversation; null = not known. */
  language: string | null;
};

/** A pure detector of one phenomenon. `version` is raised whenever its findings can come out differently. */
export type Scanner = { key: string; version: string; scan: (input: ScanInput) => Finding[] };
