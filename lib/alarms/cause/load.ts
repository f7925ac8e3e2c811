/** Logarithms of durations in seconds, summed, so that those of several teams can be put together. */
export type LogSums = { n: number; sum: number; squares: number };

/** What happened in one stretch of time. */
export type LoadCounts = {
  /** Episodes that began, in its source, in which the AI took part. */
  episodes: number;
  /** Of its own: handed to it. */
  handoffs: number;
  /** From the first answer to the end of the episode, of those that ended. */
  handled: LogSums;
  /** How many first answers each person gave who gave any. */
  answers: readonly number[];
};

/** What a team of a source did in a stretch of time; answers by person. */
export type TeamLoad = {
  team: string | null;
  handoffs: number;
  handled: LogSums;
  answers: Readonly<Record<string, number>>;
};

/** A source in a stretch of time. */
export type SourceLoad = { episodes: number; teams: readonly TeamLoad[] };

const NONE: LogSums = { n: 0, sum: 0, squares: 0 };

const plus = (a: LogSums, b: LogSums): LogSums => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
});

const together = (episodes: number, teams: readonly TeamLoad[]): LoadCounts => {
  const people = new Map<string, number>();
  for (const [person, n] of teams.flatMap(({ answers }) => Object.entries(answers))) {
    people.set(person, (people.get(person) ?? 0) + n);
  }
  return {
    episodes,
    handoffs: teams.reduce((sum, { handoffs }) => sum + handoffs, 0),
    handled: teams.reduce((sum, { handled }) => plus(sum, handled), NONE),
    answers: [...people.values()],
  };
};

/** One queue of a source. team: null = handed to no team that is known. */
export const loadOfQueue = ({ episodes, teams }: SourceLoad, team: string | null): LoadCounts =>
  together(
    episodes,
    teams.filter((one) => one.team === team),
  );

/** All queues of a source as one; who answers in two of them is one person. */
export const loadOfSource = ({ episodes, teams }: SourceLoad): LoadCounts => together(episodes, teams);
