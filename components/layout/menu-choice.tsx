"use client";

import "@/components/layout/mantine-part-styles";
import { Menu } from "@mantine/core";
import { Check } from "lucide-react";

type MenuChoiceProps<Value extends string> = {
  /** What is chosen: heads the items, and is read out with each. */
  label: string;
  choices: readonly { readonly value: Value; readonly label: string }[];
  /** Null where none of them is. */
  value: Value | null;
  onChange: (value: Value) => void;
};

/** Items of a menu of which one is chosen. The menu stays open, so that the effect can be seen. */
export function MenuChoice<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {choices.map((choice) => (
        <Menu.RadioItem
          key={choice.value}
          value={choice.value}
          checked={choice.value === value}
          checkIcon={<Check size={14} aria-hidden="true" />}
          aria-label={`${label}: ${choice.label}`}
          onChange={() => onChange(choice.value)}
        >
          {choice.label}
        </Menu.RadioItem>
      ))}
    </>
  );
}
