import { z } from "zod";
import type { Role } from "@/lib/api/role";

/** Groups of an identity provider, and the role that each gives. */
export type RoleMap = ReadonlyMap<string, Role>;

/** Up to the first "=role" that ends an entry: names of directories hold commas and equal signs themselves. */
const ENTRY = /\s*([^=,\s].*?)\s*=\s*(viewer|analyst|admin)\s*(?:,|$)/gy;

/** A role that something other than a comma follows is a mistyped end of an entry, not part of a name. */
const ENDED_OTHERWISE = /=\s*(?:viewer|analyst|admin)\b/;

function readRoleMap(text: string): RoleMap | null {
  const map = new Map<string, Role>();
  let end = 0;
  for (const match of text.matchAll(ENTRY)) {
    const [whole, group = "", role] = match;
    if (ENDED_OTHERWISE.test(group)) return null;
    if (role === "viewer" || role === "analyst" || role === "admin") map.set(group, role);
    end = match.index + whole.length;
  }
  return map.size > 0 && text.slice(end).trim() === "" ? map : null;
}

/** A map as the environment gives it: `soc=analyst,soc-leads=admin`. */
export const roleMapSchema = z.string().transform((text, context) => {
  const map = readRoleMap(text);
  if (map !== null) return map;
  context.addIssue({
    code: "custom",
    message: "must be group=role pairs with commas between them, for example soc=analyst,soc-leads=admin",
    input: undefined,
  });
  return z.NEVER;
});
