import { z } from "zod";
import { schemaQuery } from "../query-reader";

export const eventPath = z.object({ eventId: z.string().min(1).max(100).describe("The event's id.") });

/** Whether the cloud is asked as well; a first paint does not wait for it. */
export const liveQuery = schemaQuery(
  z.object({
    live: z
      .enum(["true", "false"], { error: 'must be "true" or "false"' })
      .default("true")
      .describe("false: answer from the index alone, without waiting for the cloud."),
  }),
);
