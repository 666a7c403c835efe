import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Licences that ask for no more than keeping their text. */
const PERMISSIVE = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
];

/** Names that packages give instead of the SPDX one. */
const SPDX: Readonly<Record<string, string>> = { "Apache License 2.0": "Apache-2.0" };

/** Licences that ask for more, and why that is no obstacle. Another one needs a decision: it stops the list. */
const CONDITIONS: Readonly<Record<string, string>> = {
  "LGPL-3.0-or-later":
    "libvips, which Next.js brings along as an optional package to resize images. Watchfloor resizes none: `node_modules/@img` may be deleted.",
  "OFL-1.1": "The fonts. They may be bundled and served with any program; alone they must not be sold.",
  "CC-BY-4.0":
    "Data on what browsers can do, read while building. It is part of no answer; naming it here is the attribution.",
};

type Package = { readonly name: string; readonly licence: string; readonly direct: boolean };

/** The package's name out of its place: `node_modules/a/node_modules/@b/c` is `@b/c`. */
const nameAt = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** The single licences of an SPDX expression that all have to be kept; of alternatives, a permissive one. */
function termsOf(licence: string): string[] {
  return licence.split(" AND ").map((part) => {
    const choices = part.replaceAll(/[()]/g, "").split(" OR ");
    return choices.find((choice) => PERMISSIVE.includes(choice)) ?? choices[0] ?? part;
  });
}

function productionPackages(lockText: string): Package[] {
  const { packages } = lockSchema.parse(JSON.parse(lockText));
  const direct = Object.keys(packages[""]?.dependencies ?? {});
  const found = new Map<string, Package>();
  for (const [place, { license = "none", dev, devOptional }] of Object.entries(packages)) {
    if (place === "" || dev || devOptional) continue;
    const name = nameAt(place);
    const licence = SPDX[license] ?? license;
    found.set(`${name} ${licence}`, { name, licence, direct: direct.includes(name) });
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function section(licence: string, packages: readonly Package[]): string {
  const names = packages.map(({ name, direct }) => (direct ? `**${name}**` : name)).join(", ");
  return `### ${licence} (${packages.length})\n\n${names}\n`;
}

/**
 * The licences of everything that the product needs to run, as Markdown.
 * @param lockText of package-lock.json; packages of every platform are in it.
 * @throws Error for a licence that nobody has decided about.
 */
export function licenceList(lockText: string): string {
  const packages = productionPackages(lockText);
  const conditionsOf = ({ licence }: Package) =>
    termsOf(licence).filter((term) => !PERMISSIVE.includes(term));
  for (const found of packages) {
    const undecided = conditionsOf(found).filter((term) => CONDITIONS[term] === undefined);
    if (undecided.length === 0) continue;
    throw new Error(
      `${found.name} is under ${found.licence}. Read it, then add it to scripts/licence-list.ts or do without the package.`,
    );
  }
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
  const sections = (permissive: boolean) =>
    licences
      .map((licence) => packages.filter((found) => found.licence === licence))
      .filter(([first]) => first !== undefined && (conditionsOf(first).length === 0) === permissive)
      .map((group) => section(group[0]?.licence ?? "", group));
  return [
    "# Licences of the dependencies\n",
    "Watchfloor itself is under Apache-2.0. This list is made of `package-lock.json` by `npm run licences`: what the\nproduct needs to run, on every platform, not what builds and tests it. Direct dependencies are bold.\nSome packages carry compiled code of others; the licences of that lie beside it.\n",
    "## With conditions\n",
    ...Object.entries(CONDITIONS).map(([licence, why]) => `**${licence}**: ${why}\n`),
    ...sections(false),
    "## Permissive\n",
    ...sections(true),
  ].join("\n");
}
