import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./notice.module.css";

const ICONS = { info: Info, warning: TriangleAlert, danger: CircleAlert } as const;

type NoticeProps = {
  tone: keyof typeof ICONS;
  children: ReactNode;
  action?: ReactNode;
};

/** One line above the content that says what the reader must know before trusting it. */
export function Notice({ tone, children, action }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={tone === "danger" ? "alert" : "status"}>
      <Icon size={15} aria-hidden="true" />
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}
