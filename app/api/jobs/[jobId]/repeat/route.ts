import { repeatJobRoute } from "@/lib/server/http/routes/repeat-job";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(repeatJobRoute);
