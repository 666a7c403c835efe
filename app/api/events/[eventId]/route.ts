import { assignEventRoute } from "@/lib/server/http/routes/assign-event";
import { readEventRoute } from "@/lib/server/http/routes/read-event";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readEventRoute, assignEventRoute);
