import { changePersonRoute } from "@/lib/server/http/routes/change-person";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(changePersonRoute);
