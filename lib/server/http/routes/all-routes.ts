import type { Route } from "../route";
import { assignEventRoute } from "./assign-event";
import { assignEventsRoute } from "./assign-events";
import { callCloudRoute } from "./call-cloud";
import { changeOwnPasswordRoute } from "./change-own-password";
import { changePersonRoute } from "./change-person";
import { changeSettingsRoute } from "./change-settings";
import { changeStatusRoute } from "./change-status";
import { changeViewRoute } from "./change-view";
import { checkHealthRoute } from "./check-health";
import { controlJobRoute } from "./control-job";
import { countChangesRoute } from "./count-changes";
import { countFacetsRoute } from "./count-facets";
import { countTimelineRoute } from "./count-timeline";
import { createPersonRoute } from "./create-person";
import { createSelectionRoute } from "./create-selection";
import { createTokenRoute } from "./create-token";
import { createViewRoute } from "./create-view";
import { deleteViewRoute } from "./delete-view";
import { endSessionRoute } from "./end-session";
import { readChecklistRoute, tickStepRoute } from "./event-checklist";
import { addNoteRoute, editNoteRoute, listNotesRoute } from "./event-notes";
import { exportActivityRoute } from "./export-activity";
import { exportEventsRoute } from "./export-events";
import { listActivityRoute } from "./list-activity";
import { listEventsRoute } from "./list-events";
import { listJobItemsRoute } from "./list-job-items";
import { listJobsRoute } from "./list-jobs";
import { listPeopleRoute } from "./list-people";
import { listSessionsRoute } from "./list-sessions";
import { listTokensRoute } from "./list-tokens";
import { listViewsRoute } from "./list-views";
import { noteViewerRoute } from "./note-viewer";
import { previewStatusRoute } from "./preview-status";
import { readAttackerRoute } from "./read-attacker";
import { readEventRoute } from "./read-event";
import { readExportManifestRoute } from "./read-export-manifest";
import { readHistoryRoute } from "./read-history";
import { readJobRoute } from "./read-job";
import { readMetricsRoute } from "./read-metrics";
import { readNeighboursRoute } from "./read-neighbours";
import { readOpenapiRoute } from "./read-openapi";
import { readOverviewRoute } from "./read-overview";
import { readPreferencesRoute } from "./read-preferences";
import { readRelatedRoute } from "./read-related";
import { readRowsRoute } from "./read-rows";
import { readSelectionRoute } from "./read-selection";
import { readSessionRoute } from "./read-session";
import { readSettingsRoute } from "./read-settings";
import { readSourcesRoute } from "./read-sources";
import { repeatJobRoute } from "./repeat-job";
import { resetPasswordRoute } from "./reset-password";
import { revealEventRoute } from "./reveal-event";
import { revokeTokenRoute } from "./revoke-token";
import { savePreferencesRoute } from "./save-preferences";
import { streamEventsRoute } from "./stream-events";
import { undoStatusRoute } from "./undo-status";
import { verifyActivityRoute } from "./verify-activity";

/** Every declared route: what the OpenAPI document describes. */
export const ALL_ROUTES: readonly Route[] = [
  listEventsRoute,
  countFacetsRoute,
  countTimelineRoute,
  countChangesRoute,
  readRowsRoute,
  streamEventsRoute,
  exportEventsRoute,
  readExportManifestRoute,
  createSelectionRoute,
  readSelectionRoute,
  readEventRoute,
  readNeighboursRoute,
  readRelatedRoute,
  readHistoryRoute,
  readAttackerRoute,
  revealEventRoute,
  readOverviewRoute,
  listViewsRoute,
  createViewRoute,
  changeViewRoute,
  deleteViewRoute,
  readPreferencesRoute,
  savePreferencesRoute,
  changeStatusRoute,
  undoStatusRoute,
  previewStatusRoute,
  assignEventRoute,
  assignEventsRoute,
  listNotesRoute,
  addNoteRoute,
  editNoteRoute,
  readChecklistRoute,
  tickStepRoute,
  noteViewerRoute,
  listJobsRoute,
  readJobRoute,
  controlJobRoute,
  repeatJobRoute,
  listJobItemsRoute,
  listActivityRoute,
  exportActivityRoute,
  verifyActivityRoute,
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
  readMetricsRoute,
  readOpenapiRoute,
];
