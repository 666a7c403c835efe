import { LRUCache } from "lru-cache";
import type { AnswerReader } from "@/lib/api/answer-reader";
import { PERIOD_FIELDS } from "@/lib/events/fields";
import type { EventFilter } from "@/lib/events/query";
import { relativeMs } from "@/lib/events/relative-time";
import { askedTogether } from "@/lib/server/asked-together";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import { digest } from "@/lib/server/db/event-id";
import { readEventVersion } from "@/lib/server/db/queries/event-version";
import { onwardTime } from "@/lib/server/onward-time";

/** A view as JSON text, and a name of what it shows: as long as that is the same, nothing has changed. */
export type ShownView = {
  readonly text: string;
  readonly tag: string;
  /** The stretch of time that is shown, milliseconds, where the maker gave one. */
  readonly span: Span | null;
};

/** What is asked for, and whether the answer moves on with the clock. */
export type ViewRequest = { readonly key: string; readonly moves: boolean };

/** Answers that were just made. Many readers of one view cost as much as one. */
export type ViewMemory = {
  /**
   * The view as it is now: made once for every state of the events, however many ask.
   * @param make gives the answer, and what of it is compared where not all of it is.
   */
  read(request: ViewRequest, make: () => Promise<MadeView>): Promise<ShownView>;
};

export type MadeView = { readonly answer: object; readonly compared?: object; readonly span?: Span };

type Span = { readonly from: number; readonly to: number };

const KEEP_MS = 60_000;
/** What moves on with the clock may be so much late. */
const KEEP_MOVING_MS = 2_000;
/** Some tens of kilobytes each. */
const KEEP_CHARACTERS = 32 * 1024 * 1024;
const KEEP_VIEWS = 1_000;

/** The view with one more part, which does not depend on the events. */
export function withPart({ text, tag, span }: ShownView, name: string, part: unknown): ShownView {
  const added = JSON.stringify(part);
  return { text: `${text.slice(0, -1)},"${name}":${added}}`, tag: `${tag}.${digest(added)}`, span };
}

/** What a view says. @throws TypeError when it is something else. */
export function shownAnswer<Answer>({ text }: ShownView, reader: AnswerReader<Answer>): Answer {
  const read = reader.safeParse(JSON.parse(text));
  if (!read.success) throw read.error;
  return read.data;
}

export function createViewMemory(database: Database, clock: Clock): ViewMemory {
  const kept = new LRUCache<string, ShownView>({
    max: KEEP_VIEWS,
    maxSize: KEEP_CHARACTERS,
    sizeCalculation: ({ text }) => text.length + 1,
    perf: onwardTime(clock),
  });
  const readVersion = askedTogether(() => readEventVersion(database));
  const making = new Map<string, Promise<ShownView>>();

  return {
    async read({ key, moves }, make) {
      // Read before the view is made: what is made later may be newer than its version says, never older.
      const place = `${await readVersion()} ${key}`;
      const known = kept.get(place) ?? making.get(place);
      if (known) return known;
      const shown = make().then(({ answer, compared = answer, span = null }) => ({
        text: JSON.stringify(answer),
        tag: digest(JSON.stringify(compared)),
        span,
      }));
      making.set(place, shown);
      try {
        const view = await shown;
        kept.set(place, view, { ttl: moves ? KEEP_MOVING_MS : KEEP_MS });
        return view;
      } finally {
        making.delete(place);
      }
    },
  };
}

/**
 * Whether what matches changes while the events stay as they are: with the clock, or with what people do, which is kept
 * elsewhere.
 */
export const isMoving = (filter: EventFilter): boolean =>
  isRelative(filter) || PERIOD_FIELDS.some((field) => filter.fields[field] !== undefined);

const isRelative = ({ from, to }: Pick<EventFilter, "from" | "to">): boolean =>
  [from, to].some((bound) => bound === "now" || (bound !== null && relativeMs(bound) !== null));
