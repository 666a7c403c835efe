import { readSourcesRoute } from "@/lib/server/http/routes/read-sources";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readSourcesRoute);
