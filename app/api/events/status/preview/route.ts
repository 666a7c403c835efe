import { previewStatusRoute } from "@/lib/server/http/routes/preview-status";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(previewStatusRoute);
