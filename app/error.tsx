"use client";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="page pt-16">
      <h1 className="lead">This page could not be made.</h1>
      <p className="deck mt-3">
        Nothing is lost: what was stored is stored, and the other pages may still work.
        {error.digest && ` The server's log names the cause under the reference ${error.digest}.`}
      </p>
      <button type="button" className="button mt-4" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
