import type { InputWrapperProps } from "@mantine/core";

/** For `inputWrapperOrder`: fields side by side stay level, whichever of them has a hint. */
export const HINT_BELOW: NonNullable<InputWrapperProps["inputWrapperOrder"]> = [
  "label",
  "input",
  "description",
  "error",
];
