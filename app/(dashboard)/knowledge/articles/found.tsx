import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { currentArticles } from "#db/articles.ts";
import { count, date } from "#lib/format.ts";

const MOST = 100;

const COLUMNS: Column[] = [
  { name: "Title", className: "font-semibold" },
  { name: "Collection" },
  { name: "Language" },
  { name: "Changed", className: "whitespace-nowrap" },
];

/** Articles that are there today, those that changed last first. */
export async function Found({ search, zone }: { search: string; zone: string }) {
  const { rows, total } = await currentArticles(db(), { search, most: MOST });
  if (rows.length === 0)
    return <p className="deck mt-2">{search ? `No article holds the words “${search}”.` : "No article is there."}</p>;
  return (
    <>
      <FoldingTable
        columns={COLUMNS}
        rows={rows.map(({ id, title, url, language, collection, changedAt }) => ({
          key: id,
          cells: [
            url === null ? (
              title
            ) : (
              <a key="title" href={url} className="link" rel="noreferrer" target="_blank">
                {title}
              </a>
            ),
            collection,
            language ?? "–",
            date(changedAt, zone),
          ],
        }))}
      />
      {total > rows.length && (
        <p className="note mt-2">
          The first {count(rows.length)} of {count(total)}, those that changed last.
        </p>
      )}
    </>
  );
}
