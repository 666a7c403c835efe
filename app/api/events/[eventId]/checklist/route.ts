import { readChecklistRoute, tickStepRoute } from "@/lib/server/http/routes/event-checklist";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readChecklistRoute, tickStepRoute);
