import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { first, type SearchParams } from "#app/_filters.ts";
import { articleCollections } from "#db/articles.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { articlesSentence } from "#lib/sentences/articles.ts";
import { Collections } from "./collections.tsx";
import { Found } from "./found.tsx";

export const metadata: Metadata = { title: "Articles" };

const LONGEST_SEARCH = 200;

export default async function Articles({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { role } = await requireReader();
  const search = (first((await searchParams)["q"]) ?? "").trim().slice(0, LONGEST_SEARCH);
  const [{ zone }, collections] = await Promise.all([theWorkspace(), articleCollections(db())]);
  return (
    <main className="page space-y-10">
      <section>
        <p className="note">
          <Link href="/knowledge" className="link">
            Knowledge
          </Link>
        </p>
        <h1 className="lead mt-1">{articlesSentence(collections)}</h1>
        <p className="deck mt-1 max-w-[720px]">
          <code>npm run articles -- FOLDER</code> brings a folder of Markdown files or a CSV file, and brings it up to
          date when it is run again. The help centre of a connected Chatwoot is read by itself, every hour.
        </p>
        {collections.length > 0 && (
          <Collections collections={collections} mayRemove={mayEditKnowledge(role)} now={pageNow()} zone={zone} />
        )}
      </section>
      {collections.length > 0 && (
        <section className="section">
          <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
            <h2>Articles</h2>
            <Form action="/knowledge/articles" className="no-print sm:ml-auto">
              <input
                name="q"
                type="search"
                defaultValue={search}
                aria-label="Search words of title and text"
                placeholder="Search title and text"
                className="field !h-8 w-56"
              />
            </Form>
          </div>
          <Found search={search} zone={zone} />
        </section>
      )}
    </main>
  );
}
