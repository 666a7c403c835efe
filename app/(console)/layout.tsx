import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/layout/console-shell";
import { requireUser } from "@/lib/server/http/page";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { username, role } = await requireUser();
  return <ConsoleShell user={{ name: username, role }}>{children}</ConsoleShell>;
}
