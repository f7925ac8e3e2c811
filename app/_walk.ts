import { db } from "#app/_db.ts";
import { listCount, listRecords } from "#db/metrics/list.ts";
import { tenCandidates } from "#db/metrics/ten.ts";
import type { Filters } from "#lib/filters.ts";
import { type Candidate, tenToRead } from "#lib/reading/ten.ts";
import { first, hrefOf, type SearchParams } from "./_filters.ts";
import { type View, viewParams } from "./_view.ts";

/** The ten handoffs to read with these filters. */
export const tenOf = async (filters: Filters): Promise<Candidate[]> => tenToRead(await tenCandidates(db(), filters));

/** Where one handoff stands in the list it was opened from, and its neighbours there; null = there is none. */
export type Walk = {
  position: number;
  total: number;
  back: { href: string; name: string };
  previous: string | null;
  next: string | null;
};

/** The n-th of the ten, counted from 1; the list travels in the address as filters and position. */
export const tenHref = (id: string, n: number, filters: Filters): string =>
  hrefOf(`/handoffs/${id}`, filters, { walk: "ten", at: String(n) });

/** The n-th row of a list of handoffs. */
export const listedHref = (id: string, n: number, filters: Filters, view: View): string =>
  hrefOf(`/handoffs/${id}`, filters, { ...viewParams(view), walk: "list", at: String(n) });

/** The walk that an address is part of; null for one that was opened by itself. */
export const walkOf = async (id: string, params: SearchParams, filters: Filters, view: View): Promise<Walk | null> => {
  const walk = first(params["walk"]);
  if (walk === "ten") return walkOfTen(id, filters);
  const at = Number(first(params["at"]));
  return walk === "list" && Number.isSafeInteger(at) && at > 0 && at < 1e9 ? walkOfList(at, filters, view) : null;
};

const walkOfTen = async (id: string, filters: Filters): Promise<Walk | null> => {
  const ten = await tenOf(filters);
  const index = ten.findIndex(({ conversationId }) => conversationId === id);
  if (index < 0) return null;
  const link = (i: number) => (ten[i] ? tenHref(ten[i].conversationId, i + 1, filters) : null);
  return {
    position: index + 1,
    total: ten.length,
    back: { href: hrefOf("/weekly", filters), name: "Ten handoffs to read" },
    previous: link(index - 1),
    next: link(index + 1),
  };
};

const walkOfList = async (at: number, filters: Filters, view: View): Promise<Walk> => {
  const { key, query } = view;
  const from = Math.max(0, at - 2);
  const [rows, total] = await Promise.all([
    listRecords(db(), key, filters, { ...query, limit: 3, offset: from }),
    listCount(db(), key, filters, query),
  ]);
  const link = (n: number) => {
    const row = rows[n - 1 - from];
    return row && n > 0 ? listedHref(row.conversationId, n, filters, view) : null;
  };
  const page = String(Math.ceil(at / query.limit));
  return {
    position: at,
    total,
    back: {
      href: hrefOf("/handoffs", filters, { ...viewParams(view), page: page === "1" ? null : page }),
      name: "Handoffs",
    },
    previous: link(at - 1),
    next: link(at + 1),
  };
};
