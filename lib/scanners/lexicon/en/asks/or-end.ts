/** A pattern that these words follow, or nothing. */
export const orEnd = (pattern: string, words: string): string[] => [`${pattern} (${words})`, `${pattern} $`];
