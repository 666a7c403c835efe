import { readPreferencesRoute } from "@/lib/server/http/routes/read-preferences";
import { savePreferencesRoute } from "@/lib/server/http/routes/save-preferences";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  readPreferencesRoute,
  savePreferencesRoute,
);
