import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./back-link.module.css";

/** Leads to the page above. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={classes.back} prefetch={false}>
      <ArrowLeft size={14} aria-hidden="true" />
      {children}
    </Link>
  );
}
