import { createSelectionRoute } from "@/lib/server/http/routes/create-selection";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(createSelectionRoute);
