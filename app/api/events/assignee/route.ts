import { assignEventsRoute } from "@/lib/server/http/routes/assign-events";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(assignEventsRoute);
