import { listJobsRoute } from "@/lib/server/http/routes/list-jobs";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listJobsRoute);
