import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentPropsWithRef } from "react";
import { PlainButton } from "@/components/ui/plain-button";
import classes from "./console-shell.module.css";
import type { SignedInPerson } from "./signed-in";

type UserButtonProps = ComponentPropsWithRef<"button"> & { user: SignedInPerson };

/** Who is signed in; opens the menu. */
export function UserButton({ user, className = "", ...button }: UserButtonProps) {
  const t = useTranslations("layout.account");
  return (
    <PlainButton
      {...button}
      className={`${classes.user} ${className}`}
      aria-label={t("button", { name: user.name })}
    >
      <span className={classes.avatar} aria-hidden="true">
        {user.name.slice(0, 1).toUpperCase()}
      </span>
      <span className={classes.userName}>{user.name}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </PlainButton>
  );
}
