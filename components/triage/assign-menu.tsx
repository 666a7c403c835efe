"use client";

import "@/components/layout/mantine-part-styles";
import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSignedIn } from "@/components/layout/signed-in";
import { InertText } from "@/components/ui/inert-text";
import { useErrorText } from "@/components/ui/use-error-text";
import { answerWith } from "@/lib/api/answer-reader";
import type { PersonList } from "@/lib/api/people";
import { readJson } from "@/lib/api/read-json";
import { roleIncludes } from "@/lib/api/role";

const peopleReader = answerWith<PersonList>("items");

type AssignMenuProps = {
  /** Whose name is left out; `undefined` where several have several. */
  assignee?: string | null;
  disabled: boolean;
  /** Why it is, for a hover text. */
  reason?: string | undefined;
  /** `null` for nobody. */
  onAssign: (assignee: string | null) => void;
};

/** Everybody who can work on events, to give one or several to. */
export function AssignMenu({ assignee, disabled, reason, onAssign }: AssignMenuProps) {
  const t = useTranslations("triage.assign");
  const errorText = useErrorText();
  const me = useSignedIn().name;
  const [opened, setOpened] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["people", "names"],
    queryFn: ({ signal }) => readJson("/api/people", peopleReader, signal),
    enabled: opened,
  });
  const able = data?.items.filter(
    ({ role, disabledAt }) => disabledAt === null && roleIncludes(role, "analyst"),
  );
  const names = able?.map(({ username }) => username).filter((name) => name !== assignee) ?? [];
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={220}
      // Within the page's landmarks, and not cut off by what scrolls.
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <Button
          variant="default"
          size="compact-xs"
          disabled={disabled}
          title={reason}
          leftSection={<UserPlus size={13} aria-hidden="true" />}
        >
          {t("to")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {error && <Menu.Label>{t("failed", { reason: errorText(error) })}</Menu.Label>}
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => onAssign(name)}>
            <InertText text={name} /> {name === me && t("you")}
          </Menu.Item>
        ))}
        {assignee !== null && <Menu.Item onClick={() => onAssign(null)}>{t("nobody")}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
