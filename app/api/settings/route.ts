import { changeSettingsRoute } from "@/lib/server/http/routes/change-settings";
import { readSettingsRoute } from "@/lib/server/http/routes/read-settings";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(changeSettingsRoute, readSettingsRoute);
