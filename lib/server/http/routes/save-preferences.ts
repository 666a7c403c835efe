import { z } from "zod";
import { DEFAULT_PREFERENCES } from "@/lib/api/preference-choices";
import { preferencesResponseSchema, preferencesSchema } from "@/lib/api/preferences";
import { savePreferences } from "@/lib/server/db/queries/user-preferences";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";

export const savePreferencesRoute = route({
  method: "PUT",
  path: "/api/preferences",
  summary: "Replaces what the caller has chosen for their screens",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: preferencesSchema,
  response: preferencesResponseSchema,
  problems: [],
  example: { preferences: DEFAULT_PREFERENCES },
  async handle({ deps, signedIn, body }) {
    await savePreferences(deps.database, requireSignedIn(signedIn).user.id, body, deps.clock());
    return { preferences: body };
  },
});
