import { openAsBlob } from "node:fs";
import { inject } from "vitest";

/** An empty, migrated embedded database to begin from. */
export function pgliteTemplate(): Promise<Blob> {
  return openAsBlob(inject("pgliteTemplate"));
}
