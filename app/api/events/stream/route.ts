import { streamEventsRoute } from "@/lib/server/http/routes/stream-events";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(streamEventsRoute);
