import Link from "next/link";
import { ActionForm } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { articlesToLink, gapEntries } from "#db/knowledge/gaps.ts";
import { localDate } from "#lib/format.ts";
import { dateAt } from "#lib/time/zone.ts";
import { LONGEST_REASON, stageOf } from "#lib/topics/board/gap.ts";
import { change, sayNote } from "./actions.ts";
import type { OneTopic } from "./found.ts";
import { STATUSES } from "./words.ts";

type Props = { one: OneTopic; today: string; zone: string; readerId: string };

/** What can be done about a topic from where it stands on the board, and what was done and said before. */
export async function Steps({ one: { id, topic, gap }, today, zone, readerId }: Props) {
  if (id === null)
    return (
      <p className="deck mt-2">
        {topic === "none" ? "What is not sorted" : "A topic that only the source names"} cannot be put on the board:{" "}
        <Link href="/knowledge/topics" className="link">
          confirm it as a topic first
        </Link>
        .
      </p>
    );
  if (!gap)
    return (
      <div className="mt-2">
        <Step id={id} seen={0} is="open" submit="Put it on the board" />
      </div>
    );
  const [articles, entries] = await Promise.all([articlesToLink(db()), gapEntries(db(), id)]);
  const at = { id, seen: gap.revision };
  const status = stageOf(gap, today);
  return (
    <div className="mt-2">
      <p className="deck">
        On the board: {STATUSES[status].toLowerCase()}
        {gap.owner && `, ${gap.owner}`}
        {gap.article && (
          <>
            ,{" "}
            {gap.articleUrl ? (
              <a href={gap.articleUrl} rel="noreferrer" className="link">
                {gap.article}
              </a>
            ) : (
              gap.article
            )}
          </>
        )}
        {gap.closedReason && `: ${gap.closedReason}`}
      </p>
      <div className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-3">
        {status === "closed" ? (
          <Step {...at} is="reopen" submit="Reopen" look="quiet" />
        ) : (
          <>
            {gap.ownerId !== readerId && <Step {...at} is="take" submit="Take it" />}
            {gap.ownerId === readerId && gap.publishedOn === null && (
              <Step {...at} is="give_back" submit="Give it back" look="quiet" />
            )}
            {gap.publishedOn === null ? (
              <Publish at={at} today={today} articles={articles} />
            ) : (
              <Step {...at} is="unpublish" submit="Not published after all" look="quiet" />
            )}
            {gap.publishedOn === null && <Due at={at} dueOn={gap.dueOn} />}
            <Close at={at} />
          </>
        )}
      </div>
      <Journal id={id} entries={entries} zone={zone} />
    </div>
  );
}

const FORM = "flex flex-wrap items-end gap-2";

type At = { id: number; seen: number };

function Hidden({ id, seen, is }: At & { is: string }) {
  return (
    <>
      <input type="hidden" name="topicId" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="is" value={is} />
    </>
  );
}

function Step({ submit, look = "main", ...at }: At & { is: string; submit: string; look?: "main" | "quiet" }) {
  return (
    <ActionForm action={change} submit={submit} look={look} className={FORM}>
      <Hidden {...at} />
    </ActionForm>
  );
}

function Publish({ at, today, articles }: { at: At; today: string; articles: { id: string; title: string }[] }) {
  return (
    <ActionForm action={change} submit="Published" look="quiet" className={FORM} keeps>
      <Hidden {...at} is="publish" />
      <label>
        <span className="label">Published on</span>
        <input type="date" name="publishedOn" defaultValue={today} max={today} required className="field !w-40" />
      </label>
      <label>
        <span className="label">Article</span>
        <select name="articleId" className="field !w-56" defaultValue="">
          <option value="">none of the imported</option>
          {articles.map((article) => (
            <option key={article.id} value={article.id}>
              {article.title}
            </option>
          ))}
        </select>
      </label>
    </ActionForm>
  );
}

function Due({ at, dueOn }: { at: At; dueOn: string | null }) {
  return (
    <ActionForm action={change} submit="Set day" look="quiet" className={FORM} keeps>
      <Hidden {...at} is="due" />
      <label>
        <span className="label">Due on</span>
        <input type="date" name="dueOn" defaultValue={dueOn ?? ""} className="field !w-40" />
      </label>
    </ActionForm>
  );
}

function Close({ at }: { at: At }) {
  return (
    <ActionForm action={change} submit="Close" look="quiet" className={FORM} keeps>
      <Hidden {...at} is="close" />
      <label>
        <span className="label">Close, because</span>
        <input name="reason" maxLength={LONGEST_REASON} placeholder="not a gap: …" className="field !w-56" />
      </label>
    </ActionForm>
  );
}

type Entries = Awaited<ReturnType<typeof gapEntries>>;

function Journal({ id, entries, zone }: { id: number; entries: Entries; zone: string }) {
  return (
    <details className="mt-3">
      <summary className="note min-h-6 cursor-pointer">What was done and said ({entries.length})</summary>
      <ul className="mt-1 text-[12px]">
        {entries.map(({ id: key, at, by, text }) => (
          <li key={key} className="border-b border-hair py-1">
            <span className="text-ink-3">
              {localDate(dateAt(at, zone))}, {by ?? "nobody who is here"}:
            </span>{" "}
            {text}
          </li>
        ))}
      </ul>
      <ActionForm action={sayNote} submit="Keep the note" look="quiet" className={`${FORM} mt-2`}>
        <input type="hidden" name="topicId" value={id} />
        <input
          name="text"
          maxLength={500}
          aria-label="Note"
          placeholder="A note for whoever comes next"
          className="field !w-80"
        />
      </ActionForm>
    </details>
  );
}
