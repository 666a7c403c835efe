import { closestMatch } from "leven";
import type { z } from "zod";
import type { Product } from "@/lib/events/source-id";
import { productSchema } from "@/lib/events/value-schemas";
import type { ConfigProblem } from "./config-error";
import { knownKeys, productsWithKey } from "./connection-schema";

/** Farther than this is another word, not a slip. */
const LONGEST_SLIP = 4;

/** Writes a path the way people read it: `connections[1].credentials.accessKeySecret`. */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
  return place === "" ? "the file" : place;
}

/** Turns schema issues into problems that name the place and the mend. */
export function problemsOf(error: z.ZodError, written: unknown): ConfigProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [{ place: placeOf(issue.path), message: issue.message }];
    const product = productAt(written, issue.path);
    return issue.keys.map((key) => ({
      place: placeOf([...issue.path, key]),
      message: unknownKeyMessage(key, issue.path, product),
    }));
  });
}

function unknownKeyMessage(key: string, path: readonly PropertyKey[], product: Product | null): string {
  const owners = path.length === 2 ? productsWithKey(key) : [];
  if (owners.length > 0)
    return `has no meaning for product ${product}, only for ${owners.join(", ")}; remove it`;
  const known = knownKeys(path, product);
  const nearest = closestMatch(key, known, { maxDistance: LONGEST_SLIP });
  return nearest
    ? `is not a known key; did you mean ${nearest}?`
    : `is not a known key; remove it. Known here: ${known.join(", ")}`;
}

function productAt(written: unknown, path: readonly PropertyKey[]): Product | null {
  let value = written;
  for (const part of path.slice(0, 2)) {
    if (typeof value !== "object" || value === null) return null;
    value = Reflect.get(value, part);
  }
  if (typeof value !== "object" || value === null) return null;
  const product = productSchema.safeParse(Reflect.get(value, "product"));
  return product.success ? product.data : null;
}
