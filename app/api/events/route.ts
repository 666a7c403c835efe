import { listEventsRoute } from "@/lib/server/http/routes/list-events";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listEventsRoute);
