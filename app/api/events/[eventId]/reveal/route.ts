import { revealEventRoute } from "@/lib/server/http/routes/reveal-event";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(revealEventRoute);
