import { z } from "zod";
import { PRODUCTS, type Product } from "@/lib/events/source-id";
import { endpointSchema } from "./endpoint";
import { isSecretReference } from "./secret-reference";

const DEFAULT_LOOKBACK_DAYS = 30;
const LONGEST_LOOKBACK_DAYS = 3650;

/** @param mend what to write, shown when the value is missing or wrong. */
function text(pattern: RegExp, mend: string) {
  return z
    .string({
      error: (issue) => (issue.input === undefined ? `is missing; ${mend}` : `must be text; ${mend}`),
    })
    .regex(pattern, { error: `is not valid; ${mend}` });
}

/** The clouds document lengths, not alphabets: refused is only what cannot be an id. */
const CLOUD_ID = /^[^\s/?#\p{C}]{1,256}$/u;

const secretReference = z.string({ error: 'must be "env:NAME" or "file:PATH"' }).refine(isSecretReference, {
  error: 'must not stand in this file; put it into a variable or file and write "env:NAME" or "file:PATH"',
});

/** Not a secret by itself: plain text is allowed, a reference too. */
const identifier = z.string({ error: "must be text" }).min(1, { error: "must not be empty" });

const alibabaCredentials = z.strictObject({
  accessKeyId: identifier,
  accessKeySecret: secretReference,
  securityToken: secretReference.exactOptional(),
});

const huaweiIam = z.strictObject({
  user: identifier.exactOptional(),
  username: identifier.exactOptional(),
  password: secretReference,
  domain: identifier,
  project: identifier.exactOptional(),
  endpoint: endpointSchema.exactOptional(),
});

const huaweiCredentials = z.strictObject({
  accessKey: identifier.exactOptional(),
  secretKey: secretReference.exactOptional(),
  securityToken: secretReference.exactOptional(),
  iam: huaweiIam.exactOptional(),
});

const shared = {
  id: text(/^[a-z0-9][a-z0-9_-]{0,62}$/i, "up to 63 letters, digits, dashes and underscores"),
  name: text(/\S/, "write the name that people see"),
  region: text(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write the region's id, for example cn-hangzhou"),
  lookbackDays: z
    .int({ error: "must be a whole number of days" })
    .min(1, { error: "must be at least 1 day" })
    .max(LONGEST_LOOKBACK_DAYS, { error: `must be at most ${LONGEST_LOOKBACK_DAYS} days` })
    .default(DEFAULT_LOOKBACK_DAYS),
  endpoint: endpointSchema.exactOptional(),
};

const cloudId = text(CLOUD_ID, "copy the id from the cloud's console");

const PRODUCT_SCHEMAS = {
  waf: z.strictObject({
    ...shared,
    product: z.literal("waf"),
    instanceId: cloudId.exactOptional(),
    clusterId: cloudId.exactOptional(),
    resourceGroupId: cloudId.exactOptional(),
    credentials: alibabaCredentials.exactOptional(),
  }),
  "cloud-firewall": z.strictObject({
    ...shared,
    product: z.literal("cloud-firewall"),
    credentials: alibabaCredentials.exactOptional(),
  }),
  hss: z.strictObject({
    ...shared,
    product: z.literal("hss"),
    projectId: cloudId,
    enterpriseProjectId: cloudId.exactOptional(),
    credentials: huaweiCredentials.exactOptional(),
  }),
} satisfies Record<Product, z.ZodObject>;

/** The file as written: references are not followed yet. */
export const connectionFileSchema = z.strictObject({
  connections: z
    .array(
      z.discriminatedUnion(
        "product",
        [PRODUCT_SCHEMAS.waf, PRODUCT_SCHEMAS["cloud-firewall"], PRODUCT_SCHEMAS.hss],
        {
          error: (issue) =>
            issue.code === "invalid_union"
              ? `must be one of ${PRODUCTS.join(", ")}`
              : 'must be an object with "id", "name", "product" and "region"',
        },
      ),
      { error: 'must be a list; write "connections": [ ... ]' },
    )
    .superRefine((connections, context) => {
      for (const [index, { id }] of connections.entries()) {
        const first = connections.findIndex((it) => it.id.toLowerCase() === id.toLowerCase());
        if (first === index) continue;
        const message = `is taken by connections[${first}]; choose another id`;
        context.addIssue({ code: "custom", message, path: [index, "id"], input: undefined });
      }
    }),
});

export type WrittenConnection = z.output<typeof connectionFileSchema>["connections"][number];

/** The keys that may stand in the object at a path; `product` is that of the connection around it. */
export function knownKeys(path: readonly PropertyKey[], product: Product | null): readonly string[] {
  if (path.length === 0) return Object.keys(connectionFileSchema.shape);
  if (path.includes("iam")) return Object.keys(huaweiIam.shape);
  if (path.includes("credentials"))
    return Object.keys((product === "hss" ? huaweiCredentials : alibabaCredentials).shape);
  return product ? Object.keys(PRODUCT_SCHEMAS[product].shape) : [];
}

/** The products whose connections know a key. */
export function productsWithKey(key: string): readonly Product[] {
  return PRODUCTS.filter((product) => key in PRODUCT_SCHEMAS[product].shape);
}
