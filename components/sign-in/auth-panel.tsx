import type { ReactNode } from "react";
import { BrandMark } from "@/components/layout/brand-mark";
import { LanguageSwitch } from "./language-switch";
import classes from "./sign-in.module.css";

/** A narrow panel in the middle of an otherwise empty page: what stands before the console. */
export function AuthPanel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.panel}>
        <div className={classes.brand}>
          <BrandMark size={32} />
          <h1 className={classes.title}>{title}</h1>
        </div>
        {children}
        <LanguageSwitch />
      </div>
    </main>
  );
}
