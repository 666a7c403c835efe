import { changeOwnPasswordRoute } from "@/lib/server/http/routes/change-own-password";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(changeOwnPasswordRoute);
