import { listActivityRoute } from "@/lib/server/http/routes/list-activity";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listActivityRoute);
