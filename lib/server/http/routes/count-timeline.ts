import { z } from "zod";
import { eventTimelineSchema } from "@/lib/api/event-list";
import { TIMELINE_MEASURES, type TimelineMeasure } from "@/lib/api/timeline-measure";
import { type EventFilter, type Parsed, parseEventFilter, type QueryProblem } from "@/lib/events/query";
import { countTimeline } from "@/lib/server/triage/count-timeline";
import { parsedQuery } from "../query-reader";
import { route } from "../route";
import { JsonText, noBody } from "../route-declaration";
import { eventFilterParameters } from "./event-filter-query";

type TimelineQuery = { readonly filter: EventFilter; readonly measure: TimelineMeasure };

function parseMeasure(params: URLSearchParams, problems: QueryProblem[]): TimelineMeasure {
  const [text = "events", ...more] = params.getAll("measure");
  const measure = TIMELINE_MEASURES.find((candidate) => candidate === text);
  if (measure !== undefined && more.length === 0) return measure;
  problems.push({ field: "measure", message: `Give one of: ${TIMELINE_MEASURES.join(", ")}.` });
  return "events";
}

function parseTimelineQuery(params: URLSearchParams, now: Date): Parsed<TimelineQuery> {
  const parsed = parseEventFilter(params, now, ["measure"]);
  const problems = [...parsed.problems];
  return { value: { filter: parsed.value, measure: parseMeasure(params, problems) }, problems };
}

export const countTimelineRoute = route({
  method: "GET",
  path: "/api/events/timeline",
  summary: "Events, or their attacks, per time bucket and severity",
  role: "viewer",
  params: z.object({}),
  query: parsedQuery(
    eventFilterParameters.extend({
      measure: z.enum(TIMELINE_MEASURES).default("events").describe("Count events, or sum their attacks."),
    }),
    parseTimelineQuery,
  ),
  body: noBody,
  response: eventTimelineSchema,
  problems: [],
  example: {
    bucketSeconds: 3600,
    buckets: [
      { start: "2026-01-31T08:00:00.000Z", counts: { critical: 0, high: 3, medium: 1, low: 0, info: 0 } },
    ],
  },
  tagged: true,
  async handle({ deps, query }) {
    const { text, tag } = await countTimeline(deps, query.filter, query.measure);
    return new JsonText(text, 200, tag);
  },
});
