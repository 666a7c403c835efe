import { z } from "zod";
import { OWNERS } from "@/lib/api/sessions";
import { schemaQuery } from "../query-reader";

/** Whose sessions or tokens are listed. */
export const ownerQuery = schemaQuery(
  z.object({
    owner: z
      .enum(OWNERS, { error: 'must be "me" or "all"' })
      .default("me")
      .describe("all: those of everybody, for administrators."),
  }),
);
