import { type Entity, entitiesIn } from "../reading/entities.ts";
import { withoutHistory } from "../reading/own-words.ts";
import type { Turn } from "../scanner.ts";

const READ = new WeakMap<Turn, Entity[]>();

/** What a turn names beside its mail history; places are those of `withoutHistory`. Each turn is read once. */
export const valuesOf = (turn: Turn): Entity[] => {
  const values = READ.get(turn) ?? entitiesIn(withoutHistory(turn.text));
  READ.set(turn, values);
  return values;
};
