import { concatBytes } from "@noble/hashes/utils.js";

export const LONGEST_LINE = 5 * 1024 * 1024;

export type Line = { number: number; text: string; isTooLong: boolean; hadInvalidUtf8: boolean };

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** Lines of a byte stream, without line ends and byte order mark. Of a line beyond the limit only the beginning is
 * kept; bytes that are not UTF-8 become U+FFFD and are reported. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let [parts, length, number]: [Uint8Array[], number, number] = [[], 0, 0];
  const keep = (part: Uint8Array) => {
    if (length <= LONGEST_LINE) parts.push(part);
    length += part.length;
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end));
      number += 1;
      yield lineOf(parts, length, number);
      [parts, length, start] = [[], 0, end + 1];
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield lineOf(parts, length, number + 1);
}

const lineOf = (parts: Uint8Array[], length: number, number: number): Line => {
  const isTooLong = length > LONGEST_LINE;
  const bytes = concatBytes(...parts).subarray(0, isTooLong ? 200 : undefined);
  const { text, hadInvalidUtf8 } = decode(bytes);
  const body = number === 1 && text.startsWith("\ufeff") ? text.slice(1) : text;
  return {
    number,
    text: body.endsWith("\r") ? body.slice(0, -1) : body,
    isTooLong,
    hadInvalidUtf8: hadInvalidUtf8 && !isTooLong,
  };
};

const decode = (bytes: Uint8Array): { text: string; hadInvalidUtf8: boolean } => {
  try {
    return { text: strict.decode(bytes), hadInvalidUtf8: false };
  } catch (error) {
    if (error instanceof TypeError) return { text: lenient.decode(bytes), hadInvalidUtf8: true };
    throw error;
  }
};
