// Zod compiles its parsers with `new Function` where it may. Our content security policy forbids that, and even
// asking is reported as a violation: so it is told before the first schema is made. Zod itself keeps its settings
// under this name; it is not imported here, because most pages come without it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
