import { noteViewerRoute } from "@/lib/server/http/routes/note-viewer";
import { serve } from "@/lib/server/http/serve";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(noteViewerRoute);
