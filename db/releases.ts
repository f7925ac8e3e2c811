import type { Conversation } from "#lib/conversation/types.ts";
import type { SeenVersion } from "./annotations.ts";

/** The versions of AIs that conversations of one source name, each with the earliest beginning of one that does. */
export const releasesIn = (source: string, conversations: Conversation[]): SeenVersion[] => {
  const found = new Map<string, SeenVersion>();
  for (const { participants, createdAt } of conversations) {
    for (const { id, kind, name, version } of participants) {
      if (kind !== "ai" || !version) continue;
      const subject = `bot ${source} ${id}`;
      const known = found.get(`${subject} ${version}`);
      if (known && known.at <= createdAt) continue;
      const text = `${name ?? id} ${version} went live`;
      found.set(`${subject} ${version}`, { kind: "bot_release", subject, version, text, at: createdAt });
    }
  }
  return [...found.values()];
};
