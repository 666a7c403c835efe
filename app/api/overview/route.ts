import { readOverviewRoute } from "@/lib/server/http/routes/read-overview";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readOverviewRoute);
