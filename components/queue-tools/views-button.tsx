import { Button, type ButtonProps, type ElementProps } from "@mantine/core";
import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import classes from "./queue-tools.module.css";

type ViewsButtonProps = ButtonProps &
  ElementProps<"button", keyof ButtonProps> & {
    /** Of the view that is shown, if it is a saved one. */
    name: string | undefined;
  };

/** The view that is shown; opens the saved ones. */
export function ViewsButton({ name, ...button }: ViewsButtonProps) {
  const t = useTranslations("queue-tools.views");
  return (
    <Button
      variant="default"
      leftSection={<Bookmark size={14} aria-hidden="true" />}
      className={classes.target}
      {...button}
    >
      {name === undefined ? t("label") : <InertText clip text={name} />}
    </Button>
  );
}
