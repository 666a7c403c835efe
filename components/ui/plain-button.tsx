import type { ComponentPropsWithRef } from "react";
import classes from "./plain-button.module.css";

/** A button that looks like the text around it. No more than an element: the first screen holds dozens. */
export function PlainButton({ className = "", ...button }: ComponentPropsWithRef<"button">) {
  return <button type="button" {...button} className={`${classes.plain} ${className}`} />;
}
