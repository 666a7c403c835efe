import { z } from "zod";
import { streamMessageSchema } from "@/lib/api/event-changes";
import { STREAM_TIMING } from "@/lib/server/triage/live-stream";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { ByteStream, noBody } from "../route-declaration";

/** Several signs of life that could not be sent. */
const IDLE_MS = 4 * STREAM_TIMING.heartbeat;

export const streamEventsRoute = route({
  method: "GET",
  path: "/api/events/stream",
  summary: "Tells of changed events as they change (server-sent events)",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: streamMessageSchema,
  mediaTypes: ["text/event-stream"],
  problems: ["rate-limited"],
  example: null,
  async handle({ deps, signedIn, stillAllowed }) {
    const { user } = requireSignedIn(signedIn);
    const body = await deps.liveStreams.open({ userId: user.id, stillAllowed });
    // Some proxies would keep the messages back otherwise.
    return new ByteStream(body, "text/event-stream", { "x-accel-buffering": "no" }, IDLE_MS);
  },
});
