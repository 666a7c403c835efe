// Who may import whom. Each rule says why, because the message is what a newcomer reads.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-is-pure",
      severity: "error",
      comment:
        "lib/events is the domain: it imports zod and itself, so that browser, server and tests can all use it.",
      from: { path: "^lib/events/" },
      to: { pathNot: ["^lib/events/", "^node_modules/zod/"] },
    },
    {
      name: "browser-never-reaches-the-server",
      severity: "error",
      comment: "components, lib/api and lib/format run in the browser; lib/server holds credentials and SQL.",
      from: { path: "^(components|lib/api|lib/format)/" },
      to: { path: "^lib/server/" },
    },
    {
      name: "clouds-know-no-database",
      severity: "error",
      comment: "Cloud calls and source mapping must be testable without a database or Next.js.",
      from: { path: "^lib/server/(clouds|sources)/" },
      to: {
        path: [
          "^lib/server/(db|http|auth|sync|triage|activity)/",
          "^node_modules/(next|drizzle-orm|pg|@electric-sql)/",
        ],
      },
    },
    {
      name: "database-knows-no-source",
      severity: "error",
      comment: "The index stores every source alike; what a record means is decided in lib/server/sources.",
      from: { path: "^lib/server/db/" },
      to: { path: "^lib/server/(clouds|sources|sync|http|triage)/" },
    },
    {
      name: "simulator-is-never-imported",
      severity: "error",
      comment: "The simulator is reached over HTTP only; tests and the start command may start it.",
      from: { pathNot: ["^lib/simulator/", "^tests/", "^scripts/"] },
      to: { path: "^lib/simulator/" },
    },
    {
      name: "simulator-is-independent",
      severity: "error",
      comment: "Two readings of the API documents check each other only while they share no code.",
      from: { path: "^lib/simulator/" },
      to: { path: "^(lib/(server|events|api|format)|components|app)/" },
    },
    {
      name: "app-holds-no-logic",
      severity: "error",
      comment: "app/ composes screens and routes; SQL, clouds and mapping are reached through use cases.",
      from: { path: "^app/" },
      to: { path: "^lib/server/(db|clouds|sources|sync)/" },
    },
    {
      name: "product-never-imports-tests",
      severity: "error",
      comment: "Test support must not ship.",
      from: { path: "^(app|components|lib|scripts)/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "A cycle makes the order of initialisation an accident.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    {
      name: "no-development-packages-in-the-product",
      severity: "error",
      comment: "What ships must be a dependency, not a development dependency.",
      from: { path: "^(app|components|lib)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "An import that does not resolve fails at run time.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    includeOnly: "^(app|components|lib|messages|tests|scripts|instrumentation|proxy|node_modules)",
    exclude: { path: ["^lib/server/db/migrations", "/\\.next/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    parser: "tsc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json", ".css"],
    },
  },
};
