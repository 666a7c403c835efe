import { z } from "zod";

/** A schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1; what it cannot say is left open. */
export function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: object;
};

/** The keys of an object schema as OpenAPI parameters. */
export function parametersOf(schema: z.ZodObject, place: Parameter["in"]): Parameter[] {
  // The side after coercion: before it, everything in a URL is just text.
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  return Object.entries(properties).map(([name, property]) => {
    const shape = typeof property === "object" ? property : {};
    return {
      name,
      in: place,
      required: required.includes(name) && shape.default === undefined,
      schema: shape,
    };
  });
}
