import { readSelectionRoute } from "@/lib/server/http/routes/read-selection";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readSelectionRoute);
