import { changeStatusRoute } from "@/lib/server/http/routes/change-status";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(changeStatusRoute);
