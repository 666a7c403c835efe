import { exportActivityRoute } from "@/lib/server/http/routes/export-activity";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(exportActivityRoute);
