import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import { severitySchema } from "@/lib/events/value-schemas";
import { freshnessSchema } from "./event-list";
import { figureSchema } from "./figure";

/** Time since an open event's last activity: under a day, a week, 30 days, or more. */
export const AGES = ["day", "week", "month", "older"] as const;

export const TOP_FIELDS = ["attacker", "target", "type"] as const;

/** A figure, and the same one in the period of equal length before. */
const trendSchema = z.object({ current: figureSchema, previous: figureSchema });

/** Seconds from an event's first activity to what a person did first; from the record of activity. */
export const handlingTimeSchema = z.object({
  median: z.number(),
  /** 95 of 100 were faster. */
  p95: z.number(),
  events: z.int(),
  /** The queue's URL parameters (without "?") that list these events. */
  filter: z.string(),
});

/** GET /api/overview: what needs somebody now. Every figure links to the events that it counts. */
export const overviewSchema = z.object({
  at: instantSchema,
  /** The period of `top` and `handling`; `to` is exclusive. */
  period: z.object({ from: instantSchema, to: instantSchema }),
  /** Events that nobody has closed, whenever they were. Most severe first. */
  open: z.object({
    all: figureSchema,
    bySeverity: z.array(
      z.object({
        severity: severitySchema,
        all: figureSchema,
        byAge: z.array(figureSchema.extend({ age: z.enum(AGES) })),
      }),
    ),
  }),
  /** Attacks of the last 24 hours that were not, or not all, blocked. */
  gotThrough: z.object({
    all: trendSchema,
    bySeverity: z.array(trendSchema.extend({ severity: severitySchema })),
  }),
  /** The values with the most events in the period. */
  top: z.record(z.enum(TOP_FIELDS), z.array(trendSchema.extend({ value: z.string() }))),
  /** Per source of each connection, with its open events. */
  sources: z.array(freshnessSchema.extend({ open: figureSchema })),
  /** Null while the record holds no such action in the period. */
  handling: z.object({
    firstAction: handlingTimeSchema.nullable(),
    closed: handlingTimeSchema.nullable(),
  }),
});
export type Overview = z.infer<typeof overviewSchema>;
