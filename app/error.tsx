"use client";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** `retry` asks the server again; drawing anew alone would show the same failure for ever. */
export default function PageError({ error, retry }: Props) {
  return (
    <main className="page pt-16">
      <h1 className="lead">This page could not be made.</h1>
      <p className="deck mt-3 max-w-[760px]">
        Nothing is lost: what was stored is stored. If this page alone fails, the others work as before. If the database
        is away, every page says this until it is back, and what comes in meanwhile is fetched afterwards.
      </p>
      {error.digest && (
        <p className="note mt-2">The server’s log names the cause under the reference {error.digest}.</p>
      )}
      <button type="button" className="button mt-4" onClick={retry}>
        Try again
      </button>
    </main>
  );
}
