import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";

/** What is served compressed: file name's end and the media type that Next.js would give it. */
const MEDIA_TYPES = { js: "application/javascript; charset=UTF-8", css: "text/css; charset=UTF-8" } as const;

/** Best first: a browser is given the first that it accepts. */
const ENCODINGS = [
  { name: "br", suffix: "br", accepts: ".*\\bbr\\b.*" },
  { name: "gzip", suffix: "gz", accepts: ".*\\bgzip\\b.*" },
] as const;

const compressors = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: zlib.Z_BEST_COMPRESSION }),
} satisfies Record<(typeof ENCODINGS)[number]["name"], unknown>;

/**
 * Lays a compressed copy of each encoding beside every script and style sheet of a build, so that the server
 * sends small files without compressing anything itself.
 * @param distDir the build's folder, absolute.
 */
export async function precompressStatic(distDir: string): Promise<void> {
  const root = join(distDir, "static");
  for (const file of await readdir(root, { recursive: true })) {
    if (!Object.keys(MEDIA_TYPES).some((end) => file.endsWith(`.${end}`))) continue;
    const bytes = await readFile(join(root, file));
    for (const { name, suffix } of ENCODINGS) {
      await writeFile(join(root, `${file}.${suffix}`), await compressors[name](bytes));
    }
  }
}

/** The routing that gives a browser the copy it accepts, in the terms of `next.config.ts`. */
export function precompressedRoutes() {
  const ends = Object.entries(MEDIA_TYPES);
  const source = (end: string) => `/_next/static/:path(.+\\.${end})`;
  const accepts = (value: string) => [{ type: "header" as const, key: "accept-encoding", value }];
  return {
    rewrites: ENCODINGS.flatMap(({ suffix, accepts: value }) =>
      ends.map(([end]) => ({
        source: source(end),
        has: accepts(value),
        destination: `/_next/static/:path.${suffix}`,
      })),
    ),
    headers: ends.flatMap(([end, mediaType]) => [
      { source: source(end), headers: [{ key: "Vary", value: "Accept-Encoding" }] },
      // The last match wins: the best encoding comes last.
      ...ENCODINGS.toReversed().map(({ name, accepts: value }) => ({
        source: source(end),
        has: accepts(value),
        headers: [
          { key: "Content-Encoding", value: name },
          { key: "Content-Type", value: mediaType },
        ],
      })),
    ]),
  };
}
