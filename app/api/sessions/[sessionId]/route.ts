import { endSessionRoute } from "@/lib/server/http/routes/end-session";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(endSessionRoute);
