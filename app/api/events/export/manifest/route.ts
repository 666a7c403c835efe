import { readExportManifestRoute } from "@/lib/server/http/routes/read-export-manifest";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readExportManifestRoute);
