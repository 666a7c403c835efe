import { z } from "zod";
import type { EventSelection } from "@/lib/api/event-selection";

export const selectionPath = z.object({
  selectionId: z.string().min(1).max(100).describe("The selection's id."),
});

export const selectionExample: EventSelection = {
  id: "IRFa-VaY2b_3e1kV9mGxQ",
  total: 4127,
  createdAt: "2026-01-31T08:00:00.000Z",
  expiresAt: "2026-01-31T09:00:00.000Z",
};
