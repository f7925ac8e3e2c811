import type { FakeAnswer, FakeRequest, Route } from "../../testing/fake-route.ts";

export type FakeArticle = {
  id: number;
  title: string;
  slug: string;
  /** Markdown. */
  content: string;
  status: "draft" | "published" | "archived";
  updatedAt: number;
};

export type FakePortal = {
  id: number;
  name: string;
  slug: string;
  customDomain: string | null;
  isArchived: boolean;
  articles: FakeArticle[];
};

const PAGE = 25;

export const fakeArticle = (id: number, more: Partial<FakeArticle> = {}): FakeArticle => ({
  ...{ id, title: `Question ${id}`, slug: `${1_700_000_000 + id}-question-${id}`, status: "published" },
  ...{ content: `## Answer\n\nThis is **answer** ${id}.`, updatedAt: Date.parse("2026-10-01T08:00:00Z") + id * 1000 },
  ...more,
});

/** A help centre of two articles and a draft. */
export const fakePortals = (): FakePortal[] => [
  {
    ...{ id: 1, name: "Marlow help", slug: "marlow-help", customDomain: null, isArchived: false },
    articles: [
      fakeArticle(1, { title: "How long a refund takes", content: "Banks need **three to five** working days." }),
      fakeArticle(2, { title: "Reset your password", content: "Press [Forgot password](/sign-in)." }),
      fakeArticle(3, { title: "Gift cards", status: "draft" }),
    ],
  },
];

type Account = (path: string, answer: (request: FakeRequest) => FakeAnswer) => Route;

/** The portals of an account, and a page of one's articles in every state, by their ids. */
export const portalRoutes = (portals: () => FakePortal[], accountId: number, account: Account): Route[] => [
  account("/portals", () => ({
    status: 200,
    json: {
      payload: portals().map((portal) => portalJson(portal, accountId)),
      meta: { current_page: 1, portals_count: portals().length },
    },
  })),
  account("/portals/:slug/articles", ({ params, query }) => {
    const portal = portals().find(({ slug }) => slug === params["slug"]);
    if (!portal) return { status: 404, json: { error: "Resource could not be found" } };
    const page = Math.max(1, Number(query.get("page")) || 1);
    const shown = portal.articles.slice((page - 1) * PAGE, page * PAGE);
    return {
      status: 200,
      json: {
        payload: shown.map((article, i) => articleJson(article, portal, accountId, i)),
        meta: {
          all_articles_count: portal.articles.length,
          articles_count: portal.articles.length,
          current_page: page,
        },
      },
    };
  }),
];

const portalJson = ({ id, name, slug, customDomain, isArchived, articles }: FakePortal, accountId: number) => ({
  ...{ id, name, slug, color: "#1F93FF", custom_domain: customDomain, header_text: name, homepage_link: "" },
  ...{ page_title: name, archived: isArchived, account_id: accountId },
  config: { allowed_locales: [{ code: "en", articles_count: articles.length, categories_count: 1 }] },
  meta: { all_articles_count: articles.length, categories_count: 1, default_locale: "en" },
});

const articleJson = (article: FakeArticle, portal: FakePortal, accountId: number, position: number) => ({
  ...{ id: article.id, slug: article.slug, title: article.title, content: article.content, description: "" },
  ...{ status: article.status, position, account_id: accountId, category_id: 1, views: 0 },
  updated_at: Math.floor(article.updatedAt / 1000),
  category: { id: 1, name: "Help", slug: "help", locale: "en" },
  portal: { id: portal.id, slug: portal.slug },
});
