import type { RecordReader } from "../wire/record-reader";

/** The addresses of a field that separates several with commas; each once, in order. */
export function addressList(row: RecordReader, field: string): string[] {
  const addresses = row.texts(field).flatMap((text) => text.split(/[,;]/).map((part) => part.trim()));
  return [...new Set(addresses.filter((address) => address !== ""))];
}
