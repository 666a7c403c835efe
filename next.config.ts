import { resolve } from "node:path";
import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";
import createNextIntlPlugin from "next-intl/plugin";
import {
  API_CONTENT_SECURITY_POLICY,
  CODE_FILE_HEADERS,
  SECURITY_HEADERS,
} from "./lib/server/http/security-headers";
import { precompressedRoutes, precompressStatic } from "./scripts/precompressed-static";

/** Files of the build, which neither the proxy nor a route handler answers. */
const CODE_FILES = ["/_next/static/:path(.+\\.(?:js|css))"];
const OTHER_FILES = [
  "/_next/static/:path((?!.+\\.(?:js|css)$).+)",
  "/favicon.ico",
  "/icon.svg",
  "/robots.txt",
];

const asList = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

const staticHeaders = [
  ...CODE_FILES.map((source) => ({ source, headers: asList(CODE_FILE_HEADERS) })),
  ...OTHER_FILES.map((source) => ({
    source,
    headers: asList({ ...SECURITY_HEADERS, "content-security-policy": API_CONTENT_SECURITY_POLICY }),
  })),
  // The browser asks for it with every step of the address, and its name changes with what it shows.
  { source: "/icon.svg", headers: asList({ "cache-control": "public, max-age=31536000, immutable" }) },
];

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  // `npm test` checks the types of everything; a start on a fresh clone need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Gzip inside the framework costs a quarter of the requests per second. What the build makes is compressed once,
  // then; answers are left to a proxy in front.
  compress: false,
  // The chart library names every scale there is, and would bring them all.
  turbopack: { resolveAlias: { "victory-vendor/d3-scale": "./components/charts/used-scales.ts" } },
  experimental: {
    // A second build on the first one's cache has left out a file that its scripts ask for.
    turbopackFileSystemCacheForBuild: false,
    // The styles of a page are part of it, so that its first paint waits for nothing; therefore it has only those that
    // it needs, and menus and dialogs bring theirs.
    cssChunking: { type: "graph", requestCost: 3_000 },
    inlineCss: true,
    // Few files, each merged from parts that are also there apart: what comes later fetches those it does not have.
    turbopackChunking: {
      generateComponentChunks: true,
      minComponentChunkSize: 10_000,
      requestCost: 100_000,
      minChunkSize: 300_000,
      maxMergeChunkSize: 1_000_000,
    },
  },
  compiler: {
    runAfterProductionCompile: ({ projectDir, distDir }) => precompressStatic(resolve(projectDir, distDir)),
  },
  headers: async () => staticHeaders,
  // Read at start from the disk, so that no import leads to them.
  outputFileTracingIncludes: { "/*": ["./lib/server/db/migrations/**/*"] },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pg",
    "pino",
    "prom-client",
    "@node-rs/argon2",
    "@alicloud/openapi-core",
    "@alicloud/credentials",
    "@huaweicloud/huaweicloud-sdk-core",
  ],
};

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/server/language/request-config.ts",
  experimental: {
    // The browser gets messages that are parsed already, and so no parser: 9 kB less.
    messages: {
      path: "./messages",
      format: "json",
      locales: ["en", "zh"],
      sourceLocale: "en",
      precompile: true,
    },
  },
});

const precompressed = precompressedRoutes();

/** What a build compressed is sent so; a development server compresses nothing beforehand. */
const built: NextConfig = {
  ...config,
  rewrites: async () => ({ beforeFiles: precompressed.rewrites, afterFiles: [], fallback: [] }),
  headers: async () => [...staticHeaders, ...precompressed.headers],
};

export default (phase: string) => withNextIntl(phase === PHASE_DEVELOPMENT_SERVER ? config : built);
