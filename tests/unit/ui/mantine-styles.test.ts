import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const COMPONENTS = "components";
/** Their styles come with every page, and what has none. */
const FIRST_SCREEN = ["ActionIcon", "Button", "CloseButton", "Portal", "Skeleton", "UnstyledButton"];
const IMPORT = /import \{([^}]*)\} from "@mantine\/core"/g;
const PART_STYLES = 'import "@/components/layout/mantine-part-styles"';

/** Components of Mantine, and nothing else that it exports. */
function mantineComponents(source: string): string[] {
  const names = [...source.matchAll(IMPORT)].flatMap(([, list = ""]) => list.split(","));
  return names.map((name) => name.trim()).filter((name) => /^[A-Z]\w+$/.test(name));
}

const files = readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tsx"))
  .map((path) => ({ path, source: readFileSync(join(COMPONENTS, path), "utf8") }))
  .filter(({ path }) => path !== join("layout", "providers.tsx"));

describe("styles of Mantine", () => {
  test("every file that shows more of Mantine than a first screen does brings the styles of it", () => {
    const inNeed = files.filter(({ source }) =>
      mantineComponents(source).some((name) => !FIRST_SCREEN.includes(name)),
    );
    expect(inNeed.length).toBeGreaterThan(0);
    expect(inNeed.filter(({ source }) => !source.includes(PART_STYLES)).map(({ path }) => path)).toEqual([]);
  });
});
