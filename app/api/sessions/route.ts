import { listSessionsRoute } from "@/lib/server/http/routes/list-sessions";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listSessionsRoute);
