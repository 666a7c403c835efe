import { createViewRoute } from "@/lib/server/http/routes/create-view";
import { listViewsRoute } from "@/lib/server/http/routes/list-views";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(createViewRoute, listViewsRoute);
