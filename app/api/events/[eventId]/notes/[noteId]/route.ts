import { editNoteRoute } from "@/lib/server/http/routes/event-notes";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(editNoteRoute);
