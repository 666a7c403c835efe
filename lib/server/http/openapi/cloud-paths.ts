import { z } from "zod";
import { PRODUCTS } from "@/lib/events/source-id";
import type { CloudOperation } from "@/lib/server/clouds/operation";
import { readOperations } from "@/lib/server/clouds/operations";
import { callCloudRoute } from "../routes/call-cloud";
import { routePath } from "./route-path";

/** The parameters that a caller gives: those of the declaration without the connection's own. */
function callerParameters({ request, fromConnection }: CloudOperation): z.ZodObject {
  return z.object(
    Object.fromEntries(Object.entries(request.shape).filter(([name]) => !fromConnection.includes(name))),
  );
}

/** The live proxy, spelt out: one path per read operation, with the parameters of its declaration. */
export function cloudPaths(): Record<string, object> {
  return Object.fromEntries(
    PRODUCTS.flatMap((product) =>
      readOperations(product).map((operation) => [
        `/api/cloud/{connection}/${operation.name}`,
        routePath({
          ...callCloudRoute,
          summary: `${operation.name}, live (connections of the product ${product})`,
          schemas: {
            ...callCloudRoute.schemas,
            params: callCloudRoute.schemas.params.omit({ operation: true }),
            query: callerParameters(operation),
            response: operation.response,
          },
        }),
      ]),
    ),
  );
}
