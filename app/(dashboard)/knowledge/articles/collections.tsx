import { ActionForm } from "#app/_components/action-form.tsx";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import type { ArticleCollection } from "#db/articles.ts";
import { count, date } from "#lib/format.ts";
import { freshnessOf } from "#lib/sentences/articles.ts";
import type { ArticleOrigin } from "#lib/topics/articles/article.ts";
import { removeArticles } from "./actions.ts";

const ORIGINS: Record<ArticleOrigin, string> = {
  markdown: "Folder",
  csv: "CSV file",
  chatwoot: "Chatwoot",
  demo: "Demo",
};

const COLUMNS: Column[] = [
  { name: "Collection", className: "font-semibold" },
  { name: "From" },
  { name: "Articles", isNumber: true },
  { name: "Gone", isNumber: true },
  { name: "Newest change", className: "whitespace-nowrap" },
  { name: "State", isPlain: true },
];
const REMOVE: Column = { name: "Remove", isUnnamed: true };

type Props = { collections: readonly ArticleCollection[]; mayRemove: boolean; now: Date; zone: string };

/** Where the articles come from, how current each is, and what went wrong. */
export function Collections({ collections, mayRemove, now, zone }: Props) {
  return (
    <FoldingTable
      columns={mayRemove ? [...COLUMNS, REMOVE] : COLUMNS}
      className="mt-6"
      rows={collections.map((collection) => ({
        key: collection.id,
        cells: [
          collection.name,
          ORIGINS[collection.origin],
          count(collection.current),
          count(collection.removed),
          collection.changedAt ? date(collection.changedAt, zone) : "–",
          <State key="state" collection={collection} now={now} />,
          ...(mayRemove ? [<Remove key="remove" collection={collection} />] : []),
        ],
      }))}
    />
  );
}

function State({ collection, now }: { collection: ArticleCollection; now: Date }) {
  const fresh = freshnessOf(collection, now);
  if (collection.error === null) return fresh;
  return (
    <>
      <span className="text-red-ink">{collection.error}</span> <span className="text-ink-3">{fresh}</span>
    </>
  );
}

function Remove({ collection: { id, name, current, removed } }: { collection: ArticleCollection }) {
  const all = current + removed;
  return (
    <ActionForm
      action={removeArticles}
      submit="Remove"
      name={`Remove ${name}`}
      look="link"
      question={`Remove ${name} with its ${count(all)} ${all === 1 ? "article" : "articles"}? Topics are no longer held against them, and steps on the board no longer name them.`}
    >
      <input type="hidden" name="collection" value={id} />
    </ActionForm>
  );
}
