/** What `source` yields, in order; the next one is already under way while the caller works on the one before. Stops the
 * source when the caller stops. */
export async function* oneAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T, void> {
  const items = source[Symbol.asyncIterator]();
  const advance = () => {
    const next = items.next();
    // Its failure is met when its turn comes, or was of no interest.
    next.catch(() => {});
    return next;
  };
  let next = advance();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = advance();
      yield value;
    }
  } finally {
    await items.return?.();
  }
}
