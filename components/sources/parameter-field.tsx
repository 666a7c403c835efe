import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { useEarlyInput } from "@/components/ui/use-early-input";
import type { OperationParameter } from "@/lib/api/operation-form";
import { formatCount } from "@/lib/format/count";
import classes from "./parameter-field.module.css";

type ParameterFieldProps = {
  parameter: OperationParameter;
  initial: string;
  /** What the server says is wrong with it. */
  problem: string | null;
};

/** One parameter of a cloud operation under the cloud's own name. */
export function ParameterField({ parameter, initial, problem }: ParameterFieldProps) {
  const t = useTranslations("sources.parameter");
  const { name, required, kind, choices } = parameter;
  const id = useId();
  const [value, setValue] = useState(initial);
  const field = useRef<HTMLDivElement>(null);
  useEarlyInput(field, (element) => {
    const early = element.querySelector<HTMLInputElement>("input, select, textarea")?.value ?? value;
    if (early !== value) setValue(early);
  });
  const control = {
    id,
    name,
    value,
    required,
    className: classes.control,
    autoComplete: "off",
    "aria-invalid": problem !== null,
    "aria-describedby": `${id}-hint`,
  };
  return (
    <div className={classes.field} ref={field}>
      <label htmlFor={id}>
        {name}
        {required && <span className={classes.required}> {t("required")}</span>}
      </label>
      {kind === "choice" ? (
        <select {...control} onChange={(change) => setValue(change.currentTarget.value)}>
          <option value="">{t("notSent")}</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : kind === "list" ? (
        <textarea {...control} rows={2} onChange={(change) => setValue(change.currentTarget.value)} />
      ) : (
        <input
          {...control}
          type="text"
          inputMode={kind === "text" ? "text" : "numeric"}
          spellCheck={false}
          onChange={(change) => setValue(change.currentTarget.value)}
        />
      )}
      <span id={`${id}-hint`} className={classes.hint}>
        {problem === null ? (
          <Hint parameter={parameter} value={value} />
        ) : (
          <span className={classes.problem}>
            <InertText text={problem} />
          </span>
        )}
      </span>
    </div>
  );
}

function Hint({ parameter, value }: { parameter: OperationParameter; value: string }) {
  const t = useTranslations("sources.parameter");
  const { kind, minimum, maximum } = parameter;
  if (kind === "list") return t("perLine");
  if (kind === "seconds" || kind === "milliseconds") {
    const at = new Date(Number(value) * (kind === "seconds" ? 1_000 : 1));
    const shown = /^\d+$/.test(value) && !Number.isNaN(at.getTime());
    return (
      <>
        {t(kind)}
        {shown && t.rich("at", { at: () => <InstantText instant={at.toISOString()} /> })}
      </>
    );
  }
  if (minimum !== null && maximum !== null)
    return t("between", { minimum: formatCount(minimum), maximum: formatCount(maximum) });
  return minimum === null ? null : t("atLeast", { minimum: formatCount(minimum) });
}
