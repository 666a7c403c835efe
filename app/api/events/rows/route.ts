import { readRowsRoute } from "@/lib/server/http/routes/read-rows";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readRowsRoute);
