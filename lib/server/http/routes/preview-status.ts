import { z } from "zod";
import { statusPreviewRequestSchema, statusPreviewSchema } from "@/lib/api/status-change";
import { previewStatus } from "@/lib/server/triage/preview-status";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";

export const previewStatusRoute = route({
  method: "POST",
  path: "/api/events/status/preview",
  summary: "What a status change would do and what not, and why, without doing it",
  role: "analyst",
  params: z.object({}),
  query: noQuery,
  body: statusPreviewRequestSchema,
  response: statusPreviewSchema,
  problems: ["not-found"],
  example: {
    total: 3,
    willChange: 2,
    willNotChange: 1,
    groups: [
      {
        group: "cloud",
        changes: true,
        count: 2,
        message: "Changed here and then in the cloud, which is read back.",
        examples: ["p4Xk0cTq2mVb8sLd", "Zf3bN7aLq1WcR5xK"],
      },
      {
        group: "already",
        changes: false,
        count: 1,
        message: "Not changed: they have this status already.",
        examples: ["u8Hs2mPv6kTyB0dG"],
      },
    ],
  },
  handle: ({ deps, signedIn, body }) => previewStatus(deps, requireSignedIn(signedIn).user.id, body),
});
