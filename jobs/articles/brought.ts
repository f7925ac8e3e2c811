import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, resolve, sep } from "node:path";
import { AppError } from "#lib/errors.ts";
import type { ArticleOrigin } from "#lib/topics/articles/article.ts";
import { csvArticles } from "#lib/topics/articles/csv.ts";
import { markdownArticle } from "#lib/topics/articles/markdown.ts";
import { type ReadArticles, readingOf } from "#lib/topics/articles/reading.ts";

/** Larger ones are no texts. */
const LARGEST_FILE = 50 * 1024 * 1024;
const MOST_FILES = 20_000;
const MARKDOWN = new Set([".md", ".markdown"]);

export type Brought = ReadArticles & { origin: ArticleOrigin; name: string };

/** The articles of a folder of Markdown files, with the folders in it, or of a CSV file. Throws `bad_input` with a sentence
 * where there is nothing to read: it is taken for a mistake, not for a folder whose articles are all gone. */
export const readBrought = async (path: string, now: Date): Promise<Brought> => {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new AppError("bad_input", unreadable(path, error), { cause: error });
  });
  const read = facts.isDirectory() ? await readFolder(path, now) : await readCsv(path, now);
  return { ...read, name: basename(resolve(path), extname(path)) };
};

const readFolder = async (path: string, now: Date): Promise<Omit<Brought, "name">> => {
  const files = await markdownFiles(path);
  if (files.length === 0) throw new AppError("bad_input", `${path} holds no Markdown file (.md).`);
  if (files.length > MOST_FILES)
    throw new AppError("too_large", `${path} holds more than 20,000 Markdown files: name a folder of articles.`);
  const reading = readingOf(now);
  for (const file of files) {
    const id = file.split(sep).join("/");
    try {
      const found = markdownArticle(id, await textOf(join(path, file)));
      if ("refused" in found) reading.refuse(id, id, found.refused);
      else if (found.isDraft) reading.leaveOut();
      else reading.add(id, found.article);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      reading.refuse(id, id, error.message);
    }
  }
  return { ...reading.done(), origin: "markdown" };
};

const readCsv = async (path: string, now: Date): Promise<Omit<Brought, "name">> => {
  if (MARKDOWN.has(extname(path).toLowerCase()))
    throw new AppError("bad_input", `${path} is one article: name the folder that it is in.`);
  const rows = csvArticles(await textOf(path));
  if (rows.length === 0) throw new AppError("bad_input", `${path} holds no article.`);
  const reading = readingOf(now);
  for (const { line, article } of rows) reading.add(`line ${line}`, article);
  return { ...reading.done(), origin: "csv" };
};

/** Paths within the folder in a stable order; what begins with a dot, and what packages bring, is not theirs. */
const markdownFiles = async (path: string): Promise<string[]> => {
  const all = await readdir(path, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new AppError("bad_input", unreadable(path, error), { cause: error });
  });
  const isOurs = (part: string) => !part.startsWith(".") && part !== "node_modules";
  return all.filter((file) => MARKDOWN.has(extname(file).toLowerCase()) && file.split(sep).every(isOurs)).sort();
};

const textOf = async (path: string): Promise<string> => {
  try {
    if ((await stat(path)).size > LARGEST_FILE) throw new AppError("bad_input", "it is larger than 50 MB");
    return new TextDecoder().decode(await readFile(path));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("bad_input", unreadable(path, error as NodeJS.ErrnoException), { cause: error });
  }
};

const unreadable = (path: string, error: NodeJS.ErrnoException): string =>
  error.code === "ENOENT" ? `${path} does not exist.` : `${path} cannot be read (${error.code ?? error.message}).`;
