import { z } from "zod";
import { digest } from "@/lib/server/db/event-id";

const definitionsSchema = z.record(z.string(), z.unknown());

const LOCAL = "#/$defs/";
const NAME_LENGTH = 8;

/** The name among the document's schemas: the same for the same schema, wherever it stands. */
const nameOf = (definition: unknown): string =>
  `Part_${digest(JSON.stringify(definition)).slice(0, NAME_LENGTH)}`;

/**
 * Moves the `$defs` of schemas within a document to where references of a document look: a schema that refers to itself
 * (JSON within JSON) names it as if the schema were the document.
 * @returns the rest, and the definitions by their new names.
 */
export function hoistDefinitions(document: unknown): {
  readonly rest: unknown;
  readonly definitions: Readonly<Record<string, unknown>>;
} {
  const definitions: Record<string, unknown> = {};
  const walk = (node: unknown, names: ReadonlyMap<string, string>): unknown => {
    if (Array.isArray(node)) return node.map((item) => walk(item, names));
    if (typeof node !== "object" || node === null) return node;
    const { $defs, ...others } = { $defs: undefined, ...node };
    const own = Object.entries(definitionsSchema.parse($defs ?? {}));
    const known = new Map([...names, ...own.map(([name, one]) => [LOCAL + name, nameOf(one)] as const)]);
    for (const [, one] of own) definitions[nameOf(one)] = walk(one, known);
    return Object.fromEntries(
      Object.entries(others).map(([key, value]) => {
        const target = key === "$ref" && typeof value === "string" ? known.get(value) : undefined;
        return [key, target === undefined ? walk(value, known) : `#/components/schemas/${target}`];
      }),
    );
  };
  return { rest: walk(document, new Map()), definitions };
}
