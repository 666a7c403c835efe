import { createPersonRoute } from "@/lib/server/http/routes/create-person";
import { listPeopleRoute } from "@/lib/server/http/routes/list-people";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(createPersonRoute, listPeopleRoute);
