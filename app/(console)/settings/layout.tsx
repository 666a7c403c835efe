import type { ReactNode } from "react";
import { ScreenMessages } from "@/components/language/screen-messages";
import { SettingsFrame } from "@/components/settings/settings-frame";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <ScreenMessages of={["settings"]}>
      <SettingsFrame>{children}</SettingsFrame>
    </ScreenMessages>
  );
}
