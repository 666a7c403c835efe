import { SOURCES_OF_PRODUCT, type SourceId } from "@/lib/events/source-id";
import type { ConnectedCloud } from "./deps";

type Origin = { readonly connection: string; readonly source: SourceId };

/** The cloud that an event came from; null when its connection is gone, or leads to another product by now. */
export function cloudOf(
  clouds: ReadonlyMap<string, ConnectedCloud>,
  { connection, source }: Origin,
): ConnectedCloud | null {
  const cloud = clouds.get(connection);
  return cloud !== undefined && SOURCES_OF_PRODUCT[cloud.config.product].includes(source) ? cloud : null;
}
