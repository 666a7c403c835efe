import { controlJobRoute } from "@/lib/server/http/routes/control-job";
import { readJobRoute } from "@/lib/server/http/routes/read-job";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readJobRoute, controlJobRoute);
