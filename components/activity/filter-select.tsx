import "@/components/layout/mantine-part-styles";
import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useRef } from "react";
import { useEarlyInput } from "@/components/ui/use-early-input";

type FilterSelectProps = Required<Pick<NativeSelectProps, "label" | "data">> & {
  value: string;
  onChoose: (value: string) => void;
};

/** A choice among few; one made before the scripts came counts, too. */
export function FilterSelect({ value, onChoose, ...select }: FilterSelectProps) {
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
