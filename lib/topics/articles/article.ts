export const ARTICLE_ORIGINS = ["markdown", "csv", "chatwoot", "demo"] as const;
export type ArticleOrigin = (typeof ARTICLE_ORIGINS)[number];
