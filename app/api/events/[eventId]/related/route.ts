import { readRelatedRoute } from "@/lib/server/http/routes/read-related";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readRelatedRoute);
