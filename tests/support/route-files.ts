import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

const API_FOLDER = join(process.cwd(), "app", "api");

export type RouteFile = {
  /** Absolute. */
  readonly file: string;
  /** Below `/api/`, as the folders are named. */
  readonly segments: readonly string[];
};

/** Every route file of the API, found on disk: a new one cannot be forgotten. */
export function routeFiles(): RouteFile[] {
  return readdirSync(API_FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => name.split(sep).at(-1) === "route.ts")
    .map((name) => ({ file: join(API_FOLDER, name), segments: relative(".", name).split(sep).slice(0, -1) }));
}

type Match = { readonly file: string; readonly params: Record<string, string | string[]> };

const CATCH_ALL = /^\[\.\.\.(.+)\]$/;
const DYNAMIC = /^\[(.+)\]$/;

function match({ file, segments }: RouteFile, path: readonly string[]): Match | null {
  const params: Record<string, string | string[]> = {};
  for (const [index, segment] of segments.entries()) {
    const rest = CATCH_ALL.exec(segment)?.[1];
    if (rest !== undefined) {
      if (index >= path.length) return null;
      return { file, params: { ...params, [rest]: path.slice(index) } };
    }
    const name = DYNAMIC.exec(segment)?.[1];
    const given = path[index];
    if (given === undefined || (name === undefined && given !== segment)) return null;
    if (name !== undefined) params[name] = given;
  }
  return segments.length === path.length ? { file, params } : null;
}

/** More literal first, as Next resolves them: a letter sorts before a bracket group, which before a catch-all. */
const rank = ({ segments }: RouteFile) =>
  segments.map((segment) => (CATCH_ALL.test(segment) ? "2" : DYNAMIC.test(segment) ? "1" : "0")).join("");

/** The route file that answers a path, with its parameters. @throws Error when none does. */
export function findRouteFile(pathname: string): Match {
  const path = pathname.split("/").slice(2).map(decodeURIComponent);
  const candidates = routeFiles().sort((a, b) => rank(a).localeCompare(rank(b)));
  for (const candidate of candidates) {
    const found = match(candidate, path);
    if (found) return found;
  }
  throw new Error(`No route file answers ${pathname}`);
}
