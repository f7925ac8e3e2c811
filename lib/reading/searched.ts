/** A text in which a search looks, made of what there is of these: without regard to capitals. What is looked for is made
 * by the same function. */
export const searched = (parts: readonly (string | null | undefined)[]): string =>
  parts
    .filter((part) => part !== null && part !== undefined)
    .join(" ")
    .toLowerCase();
