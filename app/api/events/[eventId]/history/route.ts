import { readHistoryRoute } from "@/lib/server/http/routes/read-history";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readHistoryRoute);
