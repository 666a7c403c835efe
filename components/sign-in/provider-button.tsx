"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Leads to the identity provider, and from there back here. */
export function ProviderButton({ name, callbackPath }: { name: string; callbackPath: string }) {
  const t = useTranslations("sign-in");
  const [busy, setBusy] = useState(false);

  async function leave() {
    setBusy(true);
    try {
      const { signIn } = await import("next-auth/react");
      await signIn("oidc", { callbackUrl: callbackPath });
    } catch {
      setBusy(false);
    }
  }

  return (
    <Button variant="default" size="sm" fullWidth loading={busy} onClick={leave}>
      {t("withProvider", { name })}
    </Button>
  );
}
