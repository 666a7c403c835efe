import { createTokenRoute } from "@/lib/server/http/routes/create-token";
import { listTokensRoute } from "@/lib/server/http/routes/list-tokens";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(createTokenRoute, listTokensRoute);
