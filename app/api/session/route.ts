import { readSessionRoute } from "@/lib/server/http/routes/read-session";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readSessionRoute);
