import { eventHistorySchema } from "@/lib/api/event-detail";
import { readHistory } from "@/lib/server/triage/read-history";
import { RawJson, stringifyWithRaw } from "../json-with-raw";
import { route } from "../route";
import { JsonText, noBody } from "../route-declaration";
import { eventPath, historyQuery } from "./event-path";

export const readHistoryRoute = route({
  method: "GET",
  path: "/api/events/{eventId}/history",
  summary: "Who changed an event's status, newest first",
  role: "viewer",
  params: eventPath,
  query: historyQuery,
  body: noBody,
  response: eventHistorySchema,
  problems: ["not-found"],
  example: {
    items: [
      {
        at: "2026-01-31T08:00:00.000Z",
        actor: { kind: "cloud-user", id: "1610954****", name: null },
        from: "toBeConfirmed",
        to: "confirmed",
        note: "Handled",
        reason: null,
        origin: "cloud-console",
        writeState: null,
        message: null,
        changeId: null,
        changeEvents: null,
        raw: null,
      },
    ],
    cloud: { state: "live", readAt: "2026-01-31T08:05:00.000Z", reason: null },
    difference: null,
    asOf: null,
  },
  async handle({ deps, params, query }) {
    const at = query.at === undefined ? null : new Date(query.at);
    const history = await readHistory(deps, params.eventId, { live: query.live === "true", at });
    const items = history.items.map(({ raw, ...item }) => ({
      ...item,
      raw: raw === null ? null : new RawJson(raw),
    }));
    return new JsonText(stringifyWithRaw({ ...history, items }));
  },
});
