import { v5 } from "uuid";

/** What an alarm watches: a queue, which is the team of a source, or those of it handed to no team that is known (null);
 * with `team` undefined the source as a whole, and with `sourceId` null the workspace. */
export type Watched = { sourceId: string | null; team?: string | null };

export const WORKSPACE: Watched = { sourceId: null };

/** Names what is watched in one text: "<source>/t/<team>", "<source>/-" for no team, "<source>", or "workspace". */
export const watchedKey = ({ sourceId, team }: Watched): string => {
  if (sourceId === null) return "workspace";
  if (team === undefined) return sourceId;
  return team === null ? `${sourceId}/-` : `${sourceId}/t/${team}`;
};

/** The inverse. */
export const watchedOf = (key: string): Watched => {
  if (key === "workspace") return WORKSPACE;
  const [sourceId = "", kind, ...team] = key.split("/");
  if (kind === undefined) return { sourceId };
  return { sourceId, team: kind === "-" ? null : team.join("/") };
};

/** The same with its source by the key: what a message and a page name it by. */
export const queueOf = (
  source: string | null,
  { team }: Pick<Watched, "team">,
): { source: string | null; team?: string | null } => ({ source, ...(team === undefined ? {} : { team }) });

const NAMESPACE = "1a6c4c1e-3f27-5d0f-8a35-0d2b5d4c9e77";

/** The same for all who see the same rule fire for the same queue at the same data time. */
export const incidentIdAt = (ruleId: string, watched: string, asOf: number): string =>
  v5([ruleId, watched, asOf].join("\u0000"), NAMESPACE);
