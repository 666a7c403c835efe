import { useTranslations } from "next-intl";
import { AuthPanel } from "./auth-panel";
import { ProviderButton } from "./provider-button";
import { SignInForm } from "./sign-in-form";

type SignInPanelProps = {
  callbackPath: string;
  error: string | null;
  /** What the identity provider is called; null where none is configured. */
  providerName: string | null;
};

/** The sign-in page's content. */
export function SignInPanel({ providerName, ...form }: SignInPanelProps) {
  const t = useTranslations("sign-in");
  return (
    <AuthPanel title={t("title")}>
      <SignInForm {...form} />
      {providerName !== null && <ProviderButton name={providerName} callbackPath={form.callbackPath} />}
    </AuthPanel>
  );
}
