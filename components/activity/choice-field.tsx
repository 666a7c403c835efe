import { useTranslations } from "next-intl";
import { ChoiceSelect } from "@/components/ui/choice-select";

type Choice = { readonly value: string; readonly label: string };
type ChoiceGroup = { readonly group: string; readonly items: readonly Choice[] };

type ChoiceFieldProps = {
  label: string;
  /** What the address says; may be something that is not offered, for example several values. */
  value: string | undefined;
  choices: readonly Choice[] | readonly ChoiceGroup[];
  onChoose: (value: string) => void;
};

/** One part of the filter: left open, or one of the choices. */
export function ChoiceField({ label, value = "", choices, onChoose }: ChoiceFieldProps) {
  const t = useTranslations("activity.filter");
  const offered = choices.flatMap((choice) => ("items" in choice ? choice.items : [choice]));
  const labelOf = (one: string) => offered.find((choice) => choice.value === one)?.label;
  const known = value === "" || labelOf(value) !== undefined;
  const several = value.split(",").map((one) => labelOf(one) ?? one);
  return (
    <ChoiceSelect
      label={label}
      value={value}
      onChoose={onChoose}
      data={[
        { value: "", label: t("any") },
        ...(known ? [] : [{ value, label: several.join(", ") }]),
        ...choices.map((choice) => ("items" in choice ? { ...choice, items: [...choice.items] } : choice)),
      ]}
    />
  );
}
