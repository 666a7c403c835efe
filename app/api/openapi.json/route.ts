import { readOpenapiRoute } from "@/lib/server/http/routes/read-openapi";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readOpenapiRoute);
