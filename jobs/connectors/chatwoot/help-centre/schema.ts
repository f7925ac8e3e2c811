import { z } from "zod";

// As of conversations, what is not named or of another type is passed over; without its id or slug nothing can be told.
const text = z.string().nullish().catch(null);
const count = z.number().nullish().catch(null);
const locale = z.looseObject({ locale: text }).nullish().catch(null);

export const portalsSchema = z.looseObject({
  payload: z.array(
    z.looseObject({
      slug: z.string().min(1),
      custom_domain: text,
      archived: z.boolean().nullish().catch(null),
      meta: z.looseObject({ default_locale: text }).nullish().catch(null),
    }),
  ),
});

export const articlesSchema = z.looseObject({
  payload: z.array(
    z.looseObject({
      id: z.union([z.number(), z.string()]),
      slug: text,
      title: text,
      description: text,
      content: text,
      status: z.string(),
      locale: text,
      category: locale,
      updated_at: z.union([z.string(), z.number()]).nullish().catch(null),
    }),
  ),
  meta: z.looseObject({ all_articles_count: count }).nullish().catch(null),
});

export type Portal = z.output<typeof portalsSchema>["payload"][number];
export type VendorArticle = z.output<typeof articlesSchema>["payload"][number];
