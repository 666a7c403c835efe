import { z } from "zod";
import { DEFAULT_TOP, MAX_TOP } from "@/lib/api/facet-limits";
import { FACET_FIELDS } from "@/lib/events/fields";
import { type EventFilter, type Parsed, parseEventFilter, type QueryProblem } from "@/lib/events/query";
import type { FacetOptions } from "@/lib/server/db/queries/count-facets";
import { parsedQuery, single } from "../query-reader";
import { eventFilterParameters } from "./event-filter-query";

const LONGEST_SEARCH = 200;

type FacetQuery = { readonly filter: EventFilter; readonly options: FacetOptions };

function parseFields(params: URLSearchParams, problems: QueryProblem[]): FacetOptions {
  const text = single(params, "fields", problems);
  if (text === null) return {};
  const names = text.split(",").map((name) => name.trim());
  const fields = FACET_FIELDS.filter((field) => names.includes(field));
  if (names.every((name) => fields.some((field) => field === name))) return { fields };
  problems.push({ field: "fields", message: `Give some of: ${FACET_FIELDS.join(", ")}.` });
  return {};
}

function parseTop(params: URLSearchParams, problems: QueryProblem[]): FacetOptions {
  const text = single(params, "top", problems);
  if (text === null) return {};
  const top = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (top >= 1 && top <= MAX_TOP) return { top };
  problems.push({ field: "top", message: `Use a whole number from 1 to ${MAX_TOP}.` });
  return {};
}

function parseSearch(params: URLSearchParams, problems: QueryProblem[]): FacetOptions {
  const holding = single(params, "facetQuery", problems);
  if (holding === null) return {};
  if (holding.length <= LONGEST_SEARCH && !holding.includes("\0")) return { holding };
  problems.push({
    field: "facetQuery",
    message: `Use at most ${LONGEST_SEARCH} characters, without the NUL character.`,
  });
  return {};
}

function parseFacetQuery(params: URLSearchParams, now: Date): Parsed<FacetQuery> {
  const parsed = parseEventFilter(params, now, ["fields", "facetQuery", "top"]);
  const problems = [...parsed.problems];
  const options = {
    ...parseFields(params, problems),
    ...parseSearch(params, problems),
    ...parseTop(params, problems),
  };
  return { value: { filter: parsed.value, options }, problems };
}

/** The filter, and which values of which fields are counted. */
export const facetQuery = parsedQuery(
  eventFilterParameters.extend({
    fields: z.string().optional().describe("The fields wanted, comma-separated; by default all."),
    facetQuery: z
      .string()
      .max(LONGEST_SEARCH)
      .optional()
      .describe("Only values that contain this text, in any case; one that is this text comes first."),
    top: z.int().min(1).max(MAX_TOP).default(DEFAULT_TOP).describe("Values per text field."),
  }),
  parseFacetQuery,
);
