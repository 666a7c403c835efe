import { z } from "zod";

export const jobPath = z.object({ jobId: z.string().min(1).max(100).describe("The bulk change's id.") });
