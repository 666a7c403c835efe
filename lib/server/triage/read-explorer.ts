import { z } from "zod";
import type { Explorer, OperationForm, OperationParameter } from "@/lib/api/operation-form";
import type { CloudOperation } from "@/lib/server/clouds/operation";
import { OPERATIONS } from "@/lib/server/clouds/operations";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";

/** A larger bound only says that the number fits into a machine word, not what the cloud takes. */
const LARGEST_USEFUL_BOUND = 10_000_000;

/** The part of a parameter's JSON Schema that a form can show. */
const parameterSchema = z.object({
  type: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

function kindOf({ type, description = "", enum: choices }: z.output<typeof parameterSchema>) {
  if (choices) return "choice";
  if (description.includes("in milliseconds")) return "milliseconds";
  if (description.includes("in seconds")) return "seconds";
  if (type === "array") return "list";
  return type === "integer" ? "integer" : "text";
}

const bound = (value: number | undefined) =>
  value === undefined || Math.abs(value) > LARGEST_USEFUL_BOUND ? null : value;

/** An operation's parameters, read from its declaration. */
export function describeOperation({
  name,
  permission,
  request,
  fromConnection,
}: CloudOperation): OperationForm {
  const { properties = {}, required = [] } = z.toJSONSchema(request, {
    io: "output",
    unrepresentable: "any",
  });
  const parameters = Object.entries(properties)
    .filter(([parameter]) => !fromConnection.includes(parameter))
    .map(([parameter, schema]): OperationParameter => {
      const shape = parameterSchema.parse(schema);
      return {
        name: parameter,
        required: required.includes(parameter) && shape.default === undefined,
        kind: kindOf(shape),
        choices: shape.enum ?? [],
        defaultValue: shape.default === undefined ? null : String(shape.default),
        minimum: bound(shape.minimum),
        maximum: bound(shape.maximum),
      };
    });
  return { name, permission, parameters };
}

/**
 * What can be read live through a connection, and with which parameters.
 * @throws ProblemError not-found
 */
export function readExplorer(deps: Pick<Deps, "clouds">, connectionId: string): Explorer {
  const cloud = deps.clouds.get(connectionId);
  if (!cloud) throw new ProblemError("not-found", `There is no connection ${connectionId}.`);
  const { id, name, product, region } = cloud.config;
  const operations = OPERATIONS[product].filter(({ access }) => access === "read").map(describeOperation);
  return { connection: { id, name, product, region }, operations };
}
