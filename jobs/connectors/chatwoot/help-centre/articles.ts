import type { GivenArticle } from "#lib/topics/articles/article.ts";
import { markdownText } from "#lib/topics/articles/markdown.ts";
import { HttpError } from "../../connector.ts";
import { ask, type ChatwootSession } from "../client.ts";
import { instantOf } from "../time.ts";
import { articlesSchema, type Portal, portalsSchema, type VendorArticle } from "./schema.ts";

/** A help centre of more pages than this is taken for one that answers the same page again and again. */
const MOST_PAGES = 1000;
const HIDDEN = [401, 403, 404] as const;

/** The published articles of all portals that are not archived. Null = there is no help centre, or it is hidden from us. */
export const readHelpCentre = async (session: ChatwootSession): Promise<GivenArticle[] | null> => {
  const json = await ask(session, "portals", {}, HIDDEN);
  if (json === null) return null;
  const portals = portalsSchema.safeParse(json);
  if (!portals.success) throw unreadable("the list of portals");
  const open = portals.data.payload.filter(({ archived }) => archived !== true);
  if (open.length === 0) return null;
  const found: GivenArticle[] = [];
  for (const portal of open) {
    const all = await articlesOf(session, portal);
    const published = all.filter(({ status }) => status === "published");
    found.push(...published.map((article) => given(article, portal, session.settings.address)));
  }
  return found;
};

/** All articles of a portal, in every state. One that moves to another page while they are read comes twice, or not at all:
 * the pages are read until one brings nothing new, and again from the start where fewer came than the portal counts. */
const articlesOf = async (session: ChatwootSession, portal: Portal): Promise<VendorArticle[]> => {
  const found = new Map<string, VendorArticle>();
  for (let round = 0; round < 2; round++) {
    const total = await readPages(session, portal, found);
    if (total === null || found.size >= total) break;
  }
  return [...found.values()];
};

/** Returns how many articles there are, as the portal says. */
const readPages = async (
  session: ChatwootSession,
  { slug }: Portal,
  found: Map<string, VendorArticle>,
): Promise<number | null> => {
  const seen = new Set<string>();
  let total: number | null = null;
  for (let page = 1; page <= MOST_PAGES; page++) {
    session.signal.throwIfAborted();
    const json = await ask(session, `portals/${encodeURIComponent(slug)}/articles`, { page }, []);
    const read = articlesSchema.safeParse(json);
    if (!read.success) throw unreadable("its articles");
    const { payload, meta } = read.data;
    total = meta?.all_articles_count ?? total;
    const known = seen.size;
    for (const article of payload) {
      seen.add(String(article.id));
      found.set(String(article.id), article);
    }
    if (seen.size === known) return total;
  }
  throw new HttpError(200, "The help centre has more articles than can be read.");
};

const unreadable = (what: string): HttpError => new HttpError(200, `Chatwoot's answer for ${what} cannot be read.`);

const given = (article: VendorArticle, portal: Portal, address: string): GivenArticle => {
  const changedAt = instantOf(article.updated_at);
  return {
    id: String(article.id),
    title: article.title ?? null,
    body: markdownText([article.description, article.content].filter((text) => text).join("\n\n")),
    url: article.slug ? `${siteOf(portal, address)}/hc/${portal.slug}/articles/${article.slug}` : null,
    language: article.locale ?? article.category?.locale ?? portal.meta?.default_locale ?? null,
    published: null,
    changedAt: changedAt === null ? null : new Date(changedAt),
  };
};

const siteOf = ({ custom_domain: domain }: Portal, address: string): string =>
  domain ? `https://${domain.replace(/^https?:\/\//, "").replace(/\/+$/, "")}` : address;
