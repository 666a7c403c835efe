import "@/components/layout/mantine-part-styles";
import { Divider } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { AuthPanel } from "./auth-panel";
import { ProviderButton } from "./provider-button";
import { signInErrorKey } from "./sign-in-error-key";
import { SignInForm } from "./sign-in-form";

type SignInPanelProps = {
  callbackPath: string;
  error: string | null;
  /** What the identity provider is called; null where none is configured. */
  providerName: string | null;
  /** Whether a user name and password let anybody in. */
  localAccounts: boolean;
};

/** The sign-in page's content. */
export function SignInPanel({ providerName, localAccounts, ...form }: SignInPanelProps) {
  const t = useTranslations("sign-in");
  return (
    <AuthPanel title={t("title")}>
      {localAccounts && <SignInForm {...form} />}
      {!localAccounts && form.error !== null && (
        <Notice tone="danger">{t(`error.${signInErrorKey(form.error)}`)}</Notice>
      )}
      {localAccounts && providerName !== null && <Divider label={t("or")} my="md" />}
      {providerName !== null && <ProviderButton name={providerName} callbackPath={form.callbackPath} />}
    </AuthPanel>
  );
}
