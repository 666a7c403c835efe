import { ActionIcon, type ActionIconProps, type ElementProps } from "@mantine/core";
import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";

type ColumnsButtonProps = ActionIconProps & ElementProps<"button", keyof ActionIconProps>;

/** Opens what lays out the table. */
export function ColumnsButton(button: ColumnsButtonProps) {
  const t = useTranslations("queue-tools.columns");
  return (
    <ActionIcon variant="default" size={30} aria-label={t("label")} title={t("label")} {...button}>
      <Columns3 size={15} aria-hidden="true" />
    </ActionIcon>
  );
}
