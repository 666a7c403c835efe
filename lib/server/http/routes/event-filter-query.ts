import { eventQueryParameters } from "@/lib/events/query-parameters";

/** The filter parameters without those of a page: what facets and timeline take. */
export const eventFilterParameters = eventQueryParameters.omit({ sort: true, limit: true, cursor: true });
