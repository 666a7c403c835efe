import { useTranslations } from "next-intl";
import { type ActivityAction, STATUS_ACTIONS } from "@/lib/api/activity";
import { ROLES } from "@/lib/api/role";
import { statusLabel } from "@/lib/format/label";

/** The words for what an action changed: statuses and roles have names, other values stay as they are. */
export function useValueWord(action: ActivityAction): (value: string) => string {
  const format = useTranslations("format");
  const roles = useTranslations("layout.account.roles");
  return (value) => {
    if (STATUS_ACTIONS.includes(action)) return statusLabel(value, format);
    const role = action === "role.changed" && ROLES.find((candidate) => candidate === value);
    return role ? roles(role) : value;
  };
}
