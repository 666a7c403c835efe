import { z } from "zod";

/** What a process of the application is told beside its environment; as JSON in its first argument. */
export const appOptionsSchema = z.object({
  /** Another time than the real one. */
  time: z.object({ from: z.number(), factor: z.number() }).optional(),
  undoDelayMs: z.number().optional(),
  /** How long somebody waits for a call to a cloud. */
  personLimitMs: z.number().optional(),
  /** After how long a reader of an export who stands still is disconnected. */
  exportIdleMs: z.number().optional(),
  /** How long a statement may take. */
  statementLimitMs: z.number().optional(),
  /** How long stopping may take. */
  stopLimitMs: z.number().optional(),
  /** Calls the clouds as fast as it can. */
  withoutBudgets: z.boolean().optional(),
});
export type AppOptions = z.infer<typeof appOptionsSchema>;
