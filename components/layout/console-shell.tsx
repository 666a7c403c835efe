import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JobsButton } from "@/components/jobs/jobs-button";
import { JobsProvider } from "@/components/jobs/jobs-provider";
import { SameLanguage } from "@/components/language/same-language";
import { ConsoleTools } from "@/components/palette/console-tools";
import { PreferencesProvider } from "@/components/preferences/preferences-provider";
import { MissingPartNotice } from "@/components/ui/missing-part-notice";
import type { PreferencesChange } from "@/lib/api/preference-choices";
import type { Preferences } from "@/lib/api/preferences";
import type { Language } from "@/lib/events/language";
import type { TimeZone } from "@/lib/format/instant";
import { BrandMark } from "./brand-mark";
import classes from "./console-shell.module.css";
import { NavigationLinks } from "./navigation-links";
import { type SignedInPerson, SignedInProvider } from "./signed-in";
import { TimeZoneProvider } from "./time-zone";
import { UserMenu } from "./user-menu";

type ConsoleShellProps = {
  user: SignedInPerson;
  /** What the person chose for their screens, and what counts where they did not. */
  chosen: {
    preferences: Preferences;
    unsaved: PreferencesChange | null;
    defaults: { timeZone: TimeZone };
    browserZone: TimeZone | null;
  };
  /** The language that was chosen in this browser; null for none. */
  browserLanguage: Language | null;
  children: ReactNode;
};

/** The frame of every page behind the sign-in: skip link, header with navigation and user menu, main. */
export function ConsoleShell({ user, chosen, browserLanguage, children }: ConsoleShellProps) {
  const t = useTranslations("layout");
  const { preferences, unsaved, defaults, browserZone } = chosen;
  return (
    <PreferencesProvider username={user.name} initial={preferences} unsaved={unsaved}>
      <TimeZoneProvider byDefault={defaults.timeZone} browserZone={browserZone}>
        <SameLanguage chosen={browserLanguage} />
        <SignedInProvider person={user}>
          <JobsProvider>
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
                <JobsButton />
                <UserMenu user={user} />
              </header>
              <main id="main" tabIndex={-1} className={classes.main}>
                {children}
              </main>
              <MissingPartNotice />
            </div>
          </JobsProvider>
        </SignedInProvider>
      </TimeZoneProvider>
    </PreferencesProvider>
  );
}
