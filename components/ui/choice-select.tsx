import "@/components/layout/mantine-part-styles";
import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useRef } from "react";
import { useEarlyInput } from "./use-early-input";

type ChoiceSelectProps = Pick<NativeSelectProps, "label" | "aria-label"> & {
  data: NonNullable<NativeSelectProps["data"]>;
  value: string;
  onChoose: (value: string) => void;
};

/** A choice among few that holds at once; one made before the scripts came counts, too. */
export function ChoiceSelect({ value, onChoose, ...select }: ChoiceSelectProps) {
  const element = useRef<HTMLSelectElement>(null);
  useEarlyInput(element, (early) => early.value !== value && onChoose(early.value));
  return (
    <NativeSelect
      {...select}
      ref={element}
      size="xs"
      autoComplete="off"
      value={value}
      onChange={(change) => onChoose(change.currentTarget.value)}
    />
  );
}
