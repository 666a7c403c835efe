import { roleIncludes } from "@/lib/api/role";
import type { User } from "@/lib/api/user";
import type { Secrets } from "@/lib/server/sources/samples/sample";

/** Whether somebody gets a cloud's own text as it came, with the secrets of those who were attacked. */
export function secretsFor({ role }: User): Secrets {
  return roleIncludes(role, "analyst") ? "shown" : "masked";
}
