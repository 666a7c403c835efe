import { z } from "zod";

export const personPath = z.object({ personId: z.string().min(1).max(100).describe("The person's id.") });
