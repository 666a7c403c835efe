import { listJobItemsRoute } from "@/lib/server/http/routes/list-job-items";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listJobItemsRoute);
