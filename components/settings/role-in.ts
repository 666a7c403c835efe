import { ROLES, type Role } from "@/lib/api/role";

/** The role that a form's field `role` holds; the lowest where there is none. */
export function roleIn(form: FormData): Role {
  return ROLES.find((role) => role === form.get("role")) ?? ROLES[0];
}
