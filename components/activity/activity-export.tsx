import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useErrorText } from "@/components/ui/use-error-text";
import { useFileDownload } from "@/components/ui/use-file-download";
import { type Role, roleIncludes } from "@/lib/api/role";
import classes from "./activity.module.css";
import { activityParams } from "./activity-queries";
import type { ActivityView } from "./activity-view";

const FORMATS = ["csv", "ndjson"] as const;

/** The filtered entries as a file. Whoever may not have it sees why. */
export function ActivityExport({ view, role }: { view: ActivityView; role: Role }) {
  const t = useTranslations("activity.export");
  const id = useId();
  const errorText = useErrorText();
  const file = useFileDownload();
  const allowed = roleIncludes(role, "analyst");
  // A click takes the address of that moment: relative times end then.
  const hrefOf = (format: string) => {
    const params = activityParams(view);
    params.set("format", format);
    return `/api/activity/export?${params}`;
  };
  return (
    <fieldset className={classes.exports} aria-describedby={allowed ? undefined : id}>
      <legend className="sr-only">{t("label")}</legend>
      {FORMATS.map((format) => (
        <Button
          key={format}
          variant="default"
          disabled={!allowed}
          leftSection={<Download size={14} aria-hidden="true" />}
          loading={file.isPending && file.variables.includes(`format=${format}`)}
          onClick={() => file.mutate(hrefOf(format))}
        >
          {t(format)}
        </Button>
      ))}
      {file.error && (
        <span role="alert" className={classes.failed}>
          {t("failed", { reason: errorText(file.error) })}
        </span>
      )}
      {!allowed && (
        <span id={id} className={classes.quiet}>
          {t("viewer")}
        </span>
      )}
    </fieldset>
  );
}
