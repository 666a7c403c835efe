import { ActionIcon, type ActionIconProps, type ElementProps } from "@mantine/core";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

type ExportButtonProps = ActionIconProps & ElementProps<"button", keyof ActionIconProps>;

/** Opens the ways to have what is shown as a file. */
export function ExportButton(button: ExportButtonProps) {
  const t = useTranslations("queue-tools.export");
  return (
    <ActionIcon variant="default" size={30} aria-label={t("label")} title={t("label")} {...button}>
      <Download size={15} aria-hidden="true" />
    </ActionIcon>
  );
}
