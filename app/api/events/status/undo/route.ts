import { undoStatusRoute } from "@/lib/server/http/routes/undo-status";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(undoStatusRoute);
