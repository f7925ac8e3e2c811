import { v7 } from "uuid";
import { AppError } from "#lib/errors.ts";
import type { Db } from "./client.ts";

/** An address of a page that somebody gave a name. */
export type SavedView = {
  id: string;
  name: string;
  path: string;
  query: string;
  isShared: boolean;
  isOwn: boolean;
  owner: string | null;
};

/** Who asks: a view is changed by its owner, a shared one by an admin too. */
export type Asking = { id: string; isAdmin: boolean };

/** A reader's own views and those that are shared, by name. */
export const viewsFor = (db: Db, userId: string): Promise<SavedView[]> =>
  db.$client<SavedView[]>`
    select v.id, v.name, v.path, v.query, v.is_shared as "isShared", v.owner_id = ${userId} as "isOwn", u.name as owner
    from views v left join users u on u.id = v.owner_id
    where v.deleted_at is null and (v.owner_id = ${userId} or v.is_shared)
    order by lower(v.name), v.id`;

type New = { ownerId: string; name: string; path: string; query: string; isShared: boolean; now: Date };

const TAKEN = "There is a view of this name already.";

/** Keeps a view and returns its id. Throws `conflict` when its owner has one of this name. */
export const saveView = async (db: Db, { ownerId, name, path, query, isShared, now }: New): Promise<string> => {
  const [made] = await db.$client<{ id: string }[]>`
    insert into views (id, owner_id, name, path, query, is_shared, created_at)
    values (${v7()}, ${ownerId}, ${name}, ${path}, ${query}, ${isShared}, ${now})
    on conflict (owner_id, lower(name)) where deleted_at is null do nothing returning id`;
  if (!made) throw new AppError("conflict", TAKEN);
  return made.id;
};

/** Renames a view, or shares it or not any more. Throws `not_found` when it is gone or not to be changed by who asks,
 * `conflict` when its owner has one of this name. */
export const changeView = (
  db: Db,
  id: string,
  asking: Asking,
  { name, isShared }: { name: string; isShared: boolean },
): Promise<void> =>
  changed(
    () => db.$client`
      update views set name = ${name}, is_shared = ${isShared}
      where id = ${id} and deleted_at is null and (owner_id = ${asking.id} or ${asking.isAdmin} and is_shared)
      returning id`,
  );

/** Takes a view away; `restoreView` brings it back as it was. Both throw as `changeView` does. */
export const removeView = (db: Db, id: string, asking: Asking, now: Date): Promise<void> =>
  changed(
    () => db.$client`
      update views set deleted_at = coalesce(deleted_at, ${now}::timestamptz)
      where id = ${id} and (owner_id = ${asking.id} or ${asking.isAdmin} and is_shared) returning id`,
  );

export const restoreView = (db: Db, id: string, asking: Asking): Promise<void> =>
  changed(
    () => db.$client`
      update views set deleted_at = null
      where id = ${id} and (owner_id = ${asking.id} or ${asking.isAdmin} and is_shared) returning id`,
  );

const UNIQUE_VIOLATION = "23505";

const changed = async (update: () => PromiseLike<readonly unknown[]>): Promise<void> => {
  try {
    const rows = await update();
    if (rows.length === 0) throw new AppError("not_found", "This view is gone, or only its owner can change it.");
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new AppError("conflict", TAKEN);
    throw error;
  }
};
