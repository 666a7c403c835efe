import { viewDeletedSchema } from "@/lib/api/saved-views";
import { deleteView } from "@/lib/server/triage/views/delete-view";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
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
  async handle(context) {
    await deleteView(context.deps, requireActing(context), context.params.viewId);
    return { id: context.params.viewId };
  },
});
