/** What an alarm watches: a queue is the team of a source, or those of it handed to no team that is known; `team` is
 * undefined for a source as a whole, and `sourceId` null for the workspace as a whole. */
export type Watched = { sourceId: string; team: string | null } | { sourceId: string; team?: undefined } | Workspace;
type Workspace = { sourceId: null; team?: undefined };

export const WORKSPACE: Workspace = { sourceId: null };

/** Names what is watched in one text: "<source>/t/<team>", "<source>/-" for no team, "<source>", or "workspace". */
export const watchedKey = ({ sourceId, team }: Watched): string => {
  if (sourceId === null) return "workspace";
  if (team === undefined) return sourceId;
  return team === null ? `${sourceId}/-` : `${sourceId}/t/${team}`;
};
