import "@/components/layout/page-styles";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/layout/console-shell";
import { requireUser } from "@/lib/server/http/page";
import { pagePreferences } from "@/lib/server/http/page-preferences";
import { chosenLanguage } from "@/lib/server/language/request-language";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [{ username, role }, chosen] = await Promise.all([requireUser(), pagePreferences()]);
  return (
    <ConsoleShell
      user={{ name: username, role }}
      chosen={chosen}
      browserLanguage={chosenLanguage(await headers())}
    >
      {children}
    </ConsoleShell>
  );
}
