import { z } from "zod";
import type { SavedView } from "@/lib/api/saved-views";

export const viewPath = z.object({ viewId: z.string().min(1).max(100).describe("The view's id.") });

export const viewExample: SavedView = {
  id: "Uakgb_J5m9g-0JDMbcJqL",
  name: "Got through",
  query: "severity=critical%2Chigh&outcome=not-blocked",
  shared: true,
  owner: { id: "V1StGXR8_Z5jdHi6B-myT", username: "admin" },
  editable: true,
  isDefault: false,
  createdAt: "2026-01-31T08:00:00.000Z",
  updatedAt: "2026-01-31T08:00:00.000Z",
};
