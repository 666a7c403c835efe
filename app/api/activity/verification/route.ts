import { verifyActivityRoute } from "@/lib/server/http/routes/verify-activity";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(verifyActivityRoute);
