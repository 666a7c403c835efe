import { readNeighboursRoute } from "@/lib/server/http/routes/read-neighbours";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readNeighboursRoute);
