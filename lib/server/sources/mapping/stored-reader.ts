import { parseLossless } from "@/lib/server/clouds/record-text";
import { RecordReader } from "../wire/record-reader";
import { wireObject } from "../wire/wire-object";

/** A reader of a stored record. Text that is no JSON object reads as an empty one: the page still opens. */
export function storedReader(raw: string): RecordReader {
  try {
    return new RecordReader(wireObject(parseLossless(raw)) ?? {});
  } catch {
    return new RecordReader({});
  }
}
