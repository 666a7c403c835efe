import { countTimelineRoute } from "@/lib/server/http/routes/count-timeline";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(countTimelineRoute);
