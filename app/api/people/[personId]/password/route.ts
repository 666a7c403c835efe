import { resetPasswordRoute } from "@/lib/server/http/routes/reset-password";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(resetPasswordRoute);
