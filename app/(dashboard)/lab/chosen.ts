import { first, hrefOf, type SearchParams } from "#app/_filters.ts";
import type { Filters } from "#lib/filters.ts";
import { type Rule, SHOWN, type Shown } from "#lib/lab/rules.ts";

/** Which scanner an address opens, and which of its rules; rule null = all of them. */
export type Chosen = { scanner: Shown; rule: Rule | null };

/** An address names a rule by its beginning, which may be empty. */
const ANY = "*";

/** What an address cannot mean falls back to the first scanner with all its rules. */
export const readChosen = (params: SearchParams): Chosen | null => {
  const scanner = SHOWN.find(({ key }) => key === first(params["scanner"])) ?? SHOWN[0];
  if (!scanner) return null;
  const asked = first(params["rule"]);
  return { scanner, rule: scanner.rules.find(({ beginning }) => `${beginning}${ANY}` === asked) ?? null };
};

export const labHref = (filters: Filters, scanner: string, rule?: Rule): string =>
  `${hrefOf("/lab", filters, { scanner, rule: rule ? `${rule.beginning}${ANY}` : null })}#found`;
