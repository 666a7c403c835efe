import type { Route } from "../route";
import { callCloudRoute } from "./call-cloud";
import { changeOwnPasswordRoute } from "./change-own-password";
import { changePersonRoute } from "./change-person";
import { changeSettingsRoute } from "./change-settings";
import { checkHealthRoute } from "./check-health";
import { countFacetsRoute } from "./count-facets";
import { countTimelineRoute } from "./count-timeline";
import { createPersonRoute } from "./create-person";
import { createTokenRoute } from "./create-token";
import { endSessionRoute } from "./end-session";
import { listEventsRoute } from "./list-events";
import { listPeopleRoute } from "./list-people";
import { listSessionsRoute } from "./list-sessions";
import { listTokensRoute } from "./list-tokens";
import { readEventRoute } from "./read-event";
import { readHistoryRoute } from "./read-history";
import { readOpenapiRoute } from "./read-openapi";
import { readSessionRoute } from "./read-session";
import { readSettingsRoute } from "./read-settings";
import { readSourcesRoute } from "./read-sources";
import { resetPasswordRoute } from "./reset-password";
import { revealEventRoute } from "./reveal-event";
import { revokeTokenRoute } from "./revoke-token";

/** Every declared route: what the OpenAPI document describes. */
export const ALL_ROUTES: readonly Route[] = [
  listEventsRoute,
  countFacetsRoute,
  countTimelineRoute,
  readEventRoute,
  readHistoryRoute,
  revealEventRoute,
  readSourcesRoute,
  callCloudRoute,
  readSessionRoute,
  listPeopleRoute,
  createPersonRoute,
  changePersonRoute,
  resetPasswordRoute,
  changeOwnPasswordRoute,
  listSessionsRoute,
  endSessionRoute,
  listTokensRoute,
  createTokenRoute,
  revokeTokenRoute,
  readSettingsRoute,
  changeSettingsRoute,
  checkHealthRoute,
  readOpenapiRoute,
];
