import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { TransferError } from "./transfer-file";

/**
 * The lines of a compressed file, without their ends. Only LF ends one: readers of lines also take other characters for an
 * end, among them (Node 24) two that stand within JSON.
 * @throws TransferError for a file that is damaged, cut off, not compressed or not readable.
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding("utf8");
  // What goes wrong with the file ends the text, and with it the lines.
  pipeline(createReadStream(file), text, () => {});
  let begun: string[] = [];
  try {
    for await (const chunk of text) {
      const [first = "", ...rest] = String(chunk).split("\n");
      begun.push(first);
      for (const next of rest) {
        yield begun.join("");
        begun = [next];
      }
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : "unknown";
    throw new TransferError(
      `${file} cannot be read to its end (${why}). Take a whole file of npm run export-data.`,
    );
  }
  const last = begun.join("");
  if (last !== "") yield last;
}
