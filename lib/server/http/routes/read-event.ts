import { eventResponseSchema } from "@/lib/api/event-detail";
import { readEvent } from "@/lib/server/triage/read-event";
import { secretsFor } from "@/lib/server/triage/secrets-for";
import { RawJson, stringifyWithRaw } from "../json-with-raw";
import { requireSignedIn, route } from "../route";
import { JsonText, noBody } from "../route-declaration";
import { eventPath, liveQuery } from "./event-path";

export const readEventRoute = route({
  method: "GET",
  path: "/api/events/{eventId}",
  summary: "One event with all that is known of it",
  role: "viewer",
  params: eventPath,
  query: liveQuery,
  body: noBody,
  response: eventResponseSchema,
  problems: ["not-found"],
  example: null,
  async handle({ deps, params, query, signedIn, language }) {
    const raw = secretsFor(requireSignedIn(signedIn).user);
    const reading = await readEvent(deps, params.eventId, { live: query.live === "true", raw, language });
    return new JsonText(stringifyWithRaw({ ...reading, raw: new RawJson(reading.raw) }));
  },
});
