import { countChangesRoute } from "@/lib/server/http/routes/count-changes";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(countChangesRoute);
