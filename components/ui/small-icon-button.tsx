import { ActionIcon, type ActionIconProps } from "@mantine/core";
import type { ReactNode } from "react";

type SmallIconButtonProps = Pick<ActionIconProps, "size"> & {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
};

/** A button that is a sign only: its label is told to a screen reader and to who rests on it. */
export function SmallIconButton({
  label,
  disabled = false,
  onClick,
  children,
  ...look
}: SmallIconButtonProps) {
  return (
    <ActionIcon
      {...look}
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
