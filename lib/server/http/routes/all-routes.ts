import type { Route } from "../route";
import { callCloudRoute } from "./call-cloud";
import { changeOwnPasswordRoute } from "./change-own-password";
import { changePersonRoute } from "./change-person";
import { changeSettingsRoute } from "./change-settings";
import { changeViewRoute } from "./change-view";
import { checkHealthRoute } from "./check-health";
import { countChangesRoute } from "./count-changes";
import { countFacetsRoute } from "./count-facets";
import { countTimelineRoute } from "./count-timeline";
import { createPersonRoute } from "./create-person";
import { createSelectionRoute } from "./create-selection";
import { createTokenRoute } from "./create-token";
import { createViewRoute } from "./create-view";
import { deleteViewRoute } from "./delete-view";
import { endSessionRoute } from "./end-session";
import { listEventsRoute } from "./list-events";
import { listPeopleRoute } from "./list-people";
import { listSessionsRoute } from "./list-sessions";
import { listTokensRoute } from "./list-tokens";
import { listViewsRoute } from "./list-views";
import { readEventRoute } from "./read-event";
import { readHistoryRoute } from "./read-history";
import { readOpenapiRoute } from "./read-openapi";
import { readOverviewRoute } from "./read-overview";
import { readPreferencesRoute } from "./read-preferences";
import { readRelatedRoute } from "./read-related";
import { readRowsRoute } from "./read-rows";
import { readSelectionRoute } from "./read-selection";
import { readSessionRoute } from "./read-session";
import { readSettingsRoute } from "./read-settings";
import { readSourcesRoute } from "./read-sources";
import { resetPasswordRoute } from "./reset-password";
import { revealEventRoute } from "./reveal-event";
import { revokeTokenRoute } from "./revoke-token";
import { savePreferencesRoute } from "./save-preferences";
import { streamEventsRoute } from "./stream-events";

/** Every declared route: what the OpenAPI document describes. */
export const ALL_ROUTES: readonly Route[] = [
  listEventsRoute,
  countFacetsRoute,
  countTimelineRoute,
  countChangesRoute,
  readRowsRoute,
  streamEventsRoute,
  createSelectionRoute,
  readSelectionRoute,
  readEventRoute,
  readRelatedRoute,
  readHistoryRoute,
  revealEventRoute,
  readOverviewRoute,
  listViewsRoute,
  createViewRoute,
  changeViewRoute,
  deleteViewRoute,
  readPreferencesRoute,
  savePreferencesRoute,
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
