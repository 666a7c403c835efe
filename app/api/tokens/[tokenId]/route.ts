import { revokeTokenRoute } from "@/lib/server/http/routes/revoke-token";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(revokeTokenRoute);
