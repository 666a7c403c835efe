import { exportEventsRoute } from "@/lib/server/http/routes/export-events";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(exportEventsRoute);
