import type { Route } from "../route";
import { callCloudRoute } from "./call-cloud";
import { checkHealthRoute } from "./check-health";
import { countFacetsRoute } from "./count-facets";
import { countTimelineRoute } from "./count-timeline";
import { listEventsRoute } from "./list-events";
import { readEventRoute } from "./read-event";
import { readHistoryRoute } from "./read-history";
import { readOpenapiRoute } from "./read-openapi";
import { readSessionRoute } from "./read-session";
import { readSourcesRoute } from "./read-sources";

/** Every declared route: what the OpenAPI document describes. */
export const ALL_ROUTES: readonly Route[] = [
  listEventsRoute,
  countFacetsRoute,
  countTimelineRoute,
  readEventRoute,
  readHistoryRoute,
  readSourcesRoute,
  callCloudRoute,
  readSessionRoute,
  checkHealthRoute,
  readOpenapiRoute,
];
