"use client";

import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import classes from "./section-links.module.css";

/** The parts of an event as their anchors, in the order in which they stand. */
const SECTIONS = [
  "guidance",
  "work",
  "what-happened",
  "attack-counts",
  "target",
  "intelligence",
  "notes",
  "history",
  "attackers",
  "related",
  "evidence",
  "live",
  "raw",
] as const;
type Section = (typeof SECTIONS)[number];

function onHashChange(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** The parts of an event, each with an address of its own; the one in the address is shown. */
export function SectionLinks({ present }: { present: Partial<Record<Section, boolean>> }) {
  const t = useTranslations("event.sections");
  const hash = useSyncExternalStore(
    onHashChange,
    () => window.location.hash.slice(1),
    () => "",
  );
  // The browser looked for it before the event had been read.
  useEffect(() => {
    const named = SECTIONS.find((section) => section === window.location.hash.slice(1));
    if (named) document.getElementById(named)?.scrollIntoView();
  }, []);
  return (
    <nav className={classes.links} aria-label={t("label")}>
      <ul>
        {SECTIONS.filter((section) => present[section] ?? true).map((section) => (
          <li key={section}>
            <a href={`#${section}`} aria-current={section === hash ? "location" : undefined}>
              {t(section)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
