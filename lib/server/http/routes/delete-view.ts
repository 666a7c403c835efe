import { viewDeletedSchema } from "@/lib/api/saved-views";
import { deleteView } from "@/lib/server/triage/views/delete-view";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";
import { viewExample, viewPath } from "./view-path";

export const deleteViewRoute = route({
  method: "DELETE",
  path: "/api/views/{viewId}",
  summary: "Removes a view for everybody",
  role: "viewer",
  params: viewPath,
  query: noQuery,
  body: noBody,
  response: viewDeletedSchema,
  problems: ["not-found"],
  example: { id: viewExample.id },
  async handle({ deps, signedIn, params }) {
    await deleteView(deps, requireSignedIn(signedIn).user, params.viewId);
    return { id: params.viewId };
  },
});
