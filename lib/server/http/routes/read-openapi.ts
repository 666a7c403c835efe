import { z } from "zod";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { JsonText, noBody } from "../route-declaration";

export const readOpenapiRoute = route({
  method: "GET",
  path: "/api/openapi.json",
  summary: "This API as an OpenAPI 3.1 document",
  role: "public",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.json()) }),
  problems: [],
  example: null,
  async handle() {
    // Loaded when asked for: the document lists every route, this one among them.
    const { openapiText } = await import("../openapi/openapi-document");
    return new JsonText(openapiText());
  },
});
