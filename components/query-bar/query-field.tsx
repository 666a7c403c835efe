import { CloseButton } from "@mantine/core";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import classes from "./query-bar.module.css";

type QueryFieldProps = ComponentPropsWithRef<"input"> & { error?: ReactNode; onClear: () => void };

/** The field of the query bar, with what is wrong below it. */
export function QueryField({ error, onClear, className = "", ...input }: QueryFieldProps) {
  const t = useTranslations("query-bar");
  const errorId = useId();
  return (
    <>
      <div className={classes.field}>
        <Search size={14} aria-hidden="true" className={classes.icon} />
        <input
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={false}
          aria-label={t("label")}
          placeholder={t("placeholder")}
          autoComplete="off"
          spellCheck={false}
          {...input}
          className={`${classes.input} ${className}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
        />
        <span className={classes.end}>
          {input.value === "" ? (
            <span className={classes.key} aria-hidden="true">
              /
            </span>
          ) : (
            <CloseButton size="xs" aria-label={t("clear")} onClick={onClear} />
          )}
        </span>
      </div>
      {error && <div id={errorId}>{error}</div>}
    </>
  );
}
