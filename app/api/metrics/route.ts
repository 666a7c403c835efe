import { readMetricsRoute } from "@/lib/server/http/routes/read-metrics";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readMetricsRoute);
