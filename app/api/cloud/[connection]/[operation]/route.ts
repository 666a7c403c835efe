import { callCloudRoute } from "@/lib/server/http/routes/call-cloud";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(callCloudRoute);
