import type { SourceId } from "./source-id";

/** What makes an event the same event across syncs. */
export type EventIdentity = {
  readonly connection: string;
  readonly source: SourceId;
  /** The upstream id, or a fingerprint with tie counter where the upstream has none (HSS RASP). */
  readonly upstreamKey: string;
};

/**
 * One text per identity, free of collisions: the parts are length-prefixed, so that no two
 * different triples give the same text. The server hashes it into the short event id.
 */
export function identityText({ connection, source, upstreamKey }: EventIdentity): string {
  return [connection, source, upstreamKey].map((part) => `${part.length}:${part}`).join("");
}
