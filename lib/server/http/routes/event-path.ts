import { z } from "zod";
import { schemaQuery } from "../query-reader";

export const eventPath = z.object({ eventId: z.string().min(1).max(100).describe("The event's id.") });

const liveParameters = z.object({
  live: z
    .enum(["true", "false"], { error: 'must be "true" or "false"' })
    .default("true")
    .describe("false: answer from the index alone, without waiting for the cloud."),
});

/** Whether the cloud is asked as well; a first paint does not wait for it. */
export const liveQuery = schemaQuery(liveParameters);

export const historyQuery = schemaQuery(
  liveParameters.extend({
    at: z.iso
      .datetime({ error: "must be a time in UTC, for example 2026-01-31T08:00:00Z" })
      .optional()
      .describe("Also tell the status that the event had at this moment."),
  }),
);
