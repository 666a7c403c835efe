import { countFacetsRoute } from "@/lib/server/http/routes/count-facets";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(countFacetsRoute);
