import { config } from "zod/v4/core";

// Zod compiles its parsers with `new Function` where it may. Our content security policy forbids that, and
// even asking is reported as a violation: so it is told before the first schema is made.
config({ jitless: true });
