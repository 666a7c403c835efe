import { useTranslations } from "next-intl";
import { AuthPanel } from "./auth-panel";
import { ChangePasswordForm } from "./change-password-form";

/** The content of the page that stands between a given password and the console. */
export function ChangePasswordPanel({ callbackPath }: { callbackPath: string }) {
  const t = useTranslations("change-password");
  return (
    <AuthPanel title={t("title")}>
      <ChangePasswordForm callbackPath={callbackPath} />
    </AuthPanel>
  );
}
