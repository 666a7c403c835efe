import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "@swc/core";

/** A parsed source file. Nodes are swc's, walked without knowing their kinds. */
export type SourceFile = { readonly path: string; readonly text: string; readonly nodes: readonly Node[] };

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function* nodesUnder(value: unknown): Generator<Node> {
  if (isNode(value)) yield value;
  if (typeof value !== "object" || value === null) return;
  for (const child of Object.values(value)) yield* nodesUnder(child);
}

/** Where texts for people can stand, or be asked for. */
const TEXT_FOLDERS = ["app", "components", "lib/format", "lib/server/language"];

/** The parsed source files of some folders; a path that ends in `.ts` is that file alone. */
export function sourceFiles(folders: readonly string[] = TEXT_FOLDERS): SourceFile[] {
  const paths = folders.flatMap((folder) =>
    folder.endsWith(".ts")
      ? [folder]
      : readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((name) => /\.tsx?$/.test(name))
          .map((name) => `${folder}/${name}`),
  );
  return paths.map((path) => {
    const text = readFileSync(path, "utf8");
    return { path, text, nodes: [...nodesUnder(parseSync(text, { syntax: "typescript", tsx: true }))] };
  });
}

/** The value of a string literal; null for any other node. */
export function stringValue(node: unknown): string | null {
  return isNode(node) && node.type === "StringLiteral" && typeof node.value === "string" ? node.value : null;
}

/** The text of a string or template literal, with every `${...}` as `filler`; null for any other node. */
export function literalText(node: unknown, filler: string): string | null {
  if (!isNode(node) || node.type !== "TemplateLiteral" || !Array.isArray(node.quasis))
    return stringValue(node);
  return node.quasis.map((quasi: { cooked: string }) => quasi.cooked).join(filler);
}

/** A template as a pattern in which every `${...}` stands for one or more steps of a key; null for any other node. */
export function templatePattern(node: Node): RegExp | null {
  if (node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return null;
  const parts = node.quasis.map((quasi: { raw: string }) => quasi.raw.replaceAll(".", "\\."));
  return parts.some((part) => /[^\w\\.-]/.test(part)) || parts.join("") === ""
    ? null
    : new RegExp(`^${parts.join(".+")}$`);
}
