import type { Role } from "@/lib/api/role";

/** A request to a route, and the status that each caller gets for it. */
export type RouteAccess = {
  /** A path that the route answers, with ids of nothing. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly nobody: number;
  readonly status: Readonly<Record<Role, number>>;
  /** False where an API token is refused whatever its role. */
  readonly tokens?: false;
  /** True where somebody who has to change the password first is let in. */
  readonly beforePasswordChange?: true;
};

const all = (status: number) => ({ viewer: status, analyst: status, admin: status });
/** Signed-in people get `status`, nobody else gets anything. */
const people = (path: string, status: number, body?: RouteAccess["body"]): RouteAccess => ({
  path,
  ...(body && { body }),
  nobody: 401,
  status: all(status),
});
const everybody = (path: string, status: number): RouteAccess => ({
  path,
  nobody: status,
  status: all(status),
});
const analysts = (path: string, status: number, body?: RouteAccess["body"]): RouteAccess => ({
  ...people(path, status, body),
  status: { viewer: 403, analyst: status, admin: status },
});
const administrators = (path: string, status: number, body?: RouteAccess["body"]): RouteAccess => ({
  ...people(path, status, body),
  status: { viewer: 403, analyst: 403, admin: status },
});
const never = { tokens: false } as const;

/** Every route by method and declared path; requests that nothing follows from, as far as they are changes. */
export const ROUTE_ACCESS: Readonly<Record<string, RouteAccess>> = {
  "GET /api/[...path]": everybody("/api/nothing", 404),
  "GET /api/auth/[...nextauth]": everybody("/api/auth/session", 200),
  "GET /api/cloud/{connection}/{operation}": people("/api/cloud/none/None", 404),
  "GET /api/events": people("/api/events", 200),
  "GET /api/events/facets": people("/api/events/facets", 200),
  "GET /api/events/timeline": people("/api/events/timeline", 200),
  "GET /api/events/changes": people("/api/events/changes?since=5:5:", 200),
  "GET /api/events/rows": people("/api/events/rows?ids=none", 200),
  "GET /api/events/stream": people("/api/events/stream", 200),
  "GET /api/events/export": analysts("/api/events/export", 200),
  "GET /api/events/export/manifest": analysts("/api/events/export/manifest?export=none", 404),
  "POST /api/events/selection": people("/api/events/selection", 400, {}),
  "GET /api/events/selection/{selectionId}": people("/api/events/selection/none", 404),
  "GET /api/events/{eventId}/neighbours": people("/api/events/none/neighbours", 404),
  "GET /api/events/{eventId}/related": people("/api/events/none/related", 404),
  "GET /api/attackers/{attacker}": people("/api/attackers/203.0.113.7", 200),
  "GET /api/overview": people("/api/overview", 200),
  "GET /api/views": people("/api/views", 200),
  "POST /api/views": people("/api/views", 400, {}),
  "PATCH /api/views/{viewId}": people("/api/views/none", 404, { isDefault: true }),
  "DELETE /api/views/{viewId}": people("/api/views/none", 404),
  "GET /api/preferences": people("/api/preferences", 200),
  "PUT /api/preferences": people("/api/preferences", 400, {}),
  "GET /api/events/{eventId}": people("/api/events/none", 404),
  "GET /api/events/{eventId}/history": people("/api/events/none/history", 404),
  "POST /api/events/{eventId}/reveal": analysts("/api/events/none/reveal", 404),
  "PATCH /api/events/{eventId}": analysts("/api/events/none", 404, { assignee: null, seen: null }),
  "GET /api/events/{eventId}/notes": people("/api/events/none/notes", 404),
  "POST /api/events/{eventId}/notes": analysts("/api/events/none/notes", 404, { text: "x" }),
  "PATCH /api/events/{eventId}/notes/{noteId}": analysts("/api/events/none/notes/none", 404, { text: "x" }),
  "GET /api/events/{eventId}/checklist": people("/api/events/none/checklist", 404),
  "PUT /api/events/{eventId}/checklist": analysts("/api/events/none/checklist", 404, {
    step: "x",
    done: true,
  }),
  "POST /api/events/{eventId}/viewers": people("/api/events/none/viewers", 404, { tab: "x" }),
  "POST /api/events/assignee": analysts("/api/events/assignee", 400, {}),
  "POST /api/events/status": analysts("/api/events/status", 400, {}),
  "POST /api/events/status/undo": analysts("/api/events/status/undo", 404, { changeId: "none" }),
  "POST /api/events/status/preview": analysts("/api/events/status/preview", 400, {}),
  "GET /api/jobs": people("/api/jobs", 200),
  "GET /api/jobs/{jobId}": people("/api/jobs/none", 404),
  "PATCH /api/jobs/{jobId}": analysts("/api/jobs/none", 404, { action: "pause" }),
  "POST /api/jobs/{jobId}/repeat": analysts("/api/jobs/none/repeat", 404, { only: "failed" }),
  "GET /api/jobs/{jobId}/items": people("/api/jobs/none/items", 404),
  "GET /api/activity": people("/api/activity", 200),
  "GET /api/activity/export": analysts("/api/activity/export", 200),
  "GET /api/activity/verification": people("/api/activity/verification", 200),
  "GET /api/health": everybody("/api/health", 200),
  "GET /api/metrics": administrators("/api/metrics", 200),
  "GET /api/openapi.json": everybody("/api/openapi.json", 200),
  "GET /api/session": people("/api/session", 200),
  "GET /api/sources": people("/api/sources", 200),
  "GET /api/people": people("/api/people", 200),
  "POST /api/people": { ...administrators("/api/people", 400, {}), ...never },
  "PATCH /api/people/{personId}": administrators("/api/people/none", 404, { version: 1, role: "viewer" }),
  "POST /api/people/{personId}/password": {
    ...administrators("/api/people/none/password", 404, {}),
    ...never,
  },
  "POST /api/account/password": {
    ...people("/api/account/password", 400, {}),
    ...never,
    beforePasswordChange: true,
  },
  "GET /api/sessions": people("/api/sessions", 200),
  "DELETE /api/sessions/{sessionId}": people("/api/sessions/none", 404),
  "GET /api/tokens": people("/api/tokens", 200),
  "POST /api/tokens": { ...people("/api/tokens", 400, {}), ...never },
  "DELETE /api/tokens/{tokenId}": people("/api/tokens/none", 404),
  "GET /api/settings": people("/api/settings", 200),
  "PATCH /api/settings": administrators("/api/settings", 400, {}),
};
