import { checkHealthRoute } from "@/lib/server/http/routes/check-health";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(checkHealthRoute);
