"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import classes from "./console-shell.module.css";
import { NAVIGATION } from "./navigation";

// On a narrow screen the links scroll sideways.
function bringIntoView(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ inline: "nearest", block: "nearest" });
}

/** Says that the page was asked for and has not come yet. */
function Coming() {
  const { pending } = useLinkStatus();
  return <span className={classes.coming} data-pending={pending || undefined} aria-hidden="true" />;
}

/** The links to the console's pages; the current one is marked. */
export function NavigationLinks() {
  const t = useTranslations("layout.navigation");
  const pathname = usePathname();
  return (
    <ul className={classes.links}>
      {NAVIGATION.map(({ href, label, icon: Icon }) => {
        const current = pathname === href ? "page" : pathname.startsWith(`${href}/`) ? "true" : undefined;
        return (
          <li key={href}>
            <Link
              ref={current && bringIntoView}
              href={href}
              className={classes.link}
              aria-current={current}
              prefetch={false}
            >
              <Icon size={15} aria-hidden="true" />
              {t(label)}
              <Coming />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
