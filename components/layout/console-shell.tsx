import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConsoleTools } from "@/components/palette/console-tools";
import { BrandMark } from "./brand-mark";
import classes from "./console-shell.module.css";
import { NavigationLinks } from "./navigation-links";
import { type SignedInPerson, SignedInProvider } from "./signed-in";
import { UserMenu } from "./user-menu";

/** The frame of every page behind the sign-in: skip link, header with navigation and user menu, main. */
export function ConsoleShell({ user, children }: { user: SignedInPerson; children: ReactNode }) {
  const t = useTranslations("layout");
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t("skip")}
      </a>
      <header className={classes.header}>
        <span className={classes.brand}>
          <BrandMark />
          <span className={classes.name}>Watchfloor</span>
        </span>
        <nav aria-label={t("navigation.label")} className={classes.navigation}>
          <NavigationLinks />
        </nav>
        <ConsoleTools />
        <UserMenu user={user} />
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <SignedInProvider person={user}>{children}</SignedInProvider>
      </main>
    </div>
  );
}
