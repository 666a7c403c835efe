import { z } from "zod";

/** What to do: short imperative steps in our own words. */
export const guidanceSchema = z.object({
  /** The source's own code (EventSuggest), or our rule's name where the source has none. */
  code: z.string(),
  title: z.string(),
  why: z.string(),
  steps: z.array(z.string()),
  /** What each step is called when it is ticked: the same in every language. */
  stepIds: z.array(z.string()),
});
export type Guidance = z.infer<typeof guidanceSchema>;
