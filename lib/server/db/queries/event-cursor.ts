import { z } from "zod";
import type { Position } from "@/lib/events/position";
import { type EventView, filterParams, sortParam } from "@/lib/events/query";
import { storableText } from "@/lib/format/storable-text";
import { isErrorNamed } from "@/lib/server/named-error";
import { digest } from "../event-id";

/** The cursor is not one that this view has given. */
export class InvalidCursorError extends Error {
  override readonly name = "InvalidCursorError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorNamed(value, "InvalidCursorError");
  }
}

const VERSION = 1;
const CHECK_LENGTH = 12;

/** What a Date holds at most, to either side of 1970. Milliseconds. */
const MAX_DATE = 8.64e15;

const payloadSchema = z.tuple([
  z.int(),
  z.string(),
  z.int(),
  z.int().min(-MAX_DATE).max(MAX_DATE),
  z.string().refine((id) => id === storableText(id)),
]);

/**
 * Names the place after a row: `<base64url of [version, view, value, time, id]>.<check>`. It holds no secret;
 * the check only tells a damaged or edited cursor from a real one.
 */
export function encodeCursor(position: Position, view: EventView): string {
  const { value, at, id } = position;
  const text = JSON.stringify([VERSION, viewKey(view), value, at, id]);
  return `${Buffer.from(text).toString("base64url")}.${check(text)}`;
}

/** @throws InvalidCursorError with what is wrong and what to do. */
export function decodeCursor(cursor: string, view: EventView): Position {
  const [encoded = "", given, ...rest] = cursor.split(".");
  const text = Buffer.from(encoded, "base64url").toString("utf8");
  const payload = rest.length === 0 && given === check(text) ? parsePayload(text) : null;
  if (payload === null) {
    throw new InvalidCursorError(
      "The cursor is damaged or made up. Use the nextCursor of the page before exactly as it came, or leave it out to start at the first page.",
    );
  }
  const [version, key, value, at, id] = payload;
  if (version !== VERSION) {
    throw new InvalidCursorError(
      "The cursor comes from another version of Watchfloor. Leave it out to start at the first page.",
    );
  }
  if (key !== viewKey(view)) {
    throw new InvalidCursorError(
      "The cursor belongs to another filter or order. Repeat the filter and sort of the page that it came from, or leave it out to start at the first page.",
    );
  }
  return { value, at, id };
}

/** Null for what only bears a right check: that is no secret, so anybody can make it up. */
function parsePayload(text: string): z.infer<typeof payloadSchema> | null {
  try {
    return payloadSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Filter and order, as written in the URL. A relative time stays the same text while pages are turned. */
const viewKey = ({ filter, sort }: EventView) =>
  digest(`${sortParam(sort)}?${filterParams(filter)}`).slice(0, CHECK_LENGTH);

const check = (text: string) => digest(`cursor:${text}`).slice(0, CHECK_LENGTH);
