import { changeViewRoute } from "@/lib/server/http/routes/change-view";
import { deleteViewRoute } from "@/lib/server/http/routes/delete-view";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(changeViewRoute, deleteViewRoute);
