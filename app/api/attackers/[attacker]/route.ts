import { readAttackerRoute } from "@/lib/server/http/routes/read-attacker";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readAttackerRoute);
