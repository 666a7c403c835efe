"use client";

import "@/components/layout/mantine-part-styles";
import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import type { Person } from "@/lib/api/people";
import { ROLES } from "@/lib/api/role";
import type { User } from "@/lib/api/user";
import type { Confirmation } from "./confirm-dialog";
import type { Secret } from "./secret-once";
import classes from "./settings.module.css";
import { SettingsTable } from "./settings-table";
import { usePersonOrders } from "./use-person-orders";

type PeopleTableProps = {
  people: readonly Person[];
  user: User;
  mayChange: boolean;
  onConfirm: (confirmation: Confirmation) => void;
  onChanged: () => void;
  onSecret: (secret: Secret) => void;
};

/** The accounts; what may be done with each only for those who may. */
export function PeopleTable({ people, user, mayChange, onConfirm, ...done }: PeopleTableProps) {
  const t = useTranslations("settings.people");
  const columns = [t("name"), t("role"), t("state")];
  const more = mayChange ? [t("origin"), t("lastSignIn"), t("created"), t("actions")] : [];
  return (
    <SettingsTable
      label={t("label")}
      columns={[...columns, ...more]}
      rows={people.map((person) => ({
        id: person.id,
        quiet: person.disabledAt !== null,
        cells: [
          <>
            <InertText text={person.username} />
            {person.id === user.id && <span className={classes.mark}>{t("you")}</span>}
          </>,
          <RoleCell key="role" person={person} mayChange={mayChange} onConfirm={onConfirm} {...done} />,
          <StateText key="state" person={person} />,
          ...accountCells(person, t),
          <PersonActions key="actions" person={person} onConfirm={onConfirm} {...done} />,
        ],
      }))}
    />
  );
}

function accountCells({ account }: Person, t: ReturnType<typeof useTranslations<"settings.people">>) {
  if (account === null) return [];
  return [
    t(`origins.${account.origin}`),
    account.lastSignInAt && <InstantText key="last" instant={account.lastSignInAt} precision="minute" />,
    <InstantText key="created" instant={account.createdAt} precision="minute" />,
  ];
}

type CellProps = Pick<PeopleTableProps, "onConfirm" | "onChanged" | "onSecret"> & { person: Person };

function RoleCell({ person, mayChange, onConfirm, ...done }: CellProps & { mayChange: boolean }) {
  const t = useTranslations("settings.people");
  const roles = useTranslations("layout.account.roles");
  const orders = usePersonOrders(done);
  if (!mayChange) return roles(person.role);
  return (
    <ChoiceSelect
      aria-label={t("roleOf", { name: person.username })}
      value={person.role}
      data={ROLES.map((value) => ({ value, label: roles(value) }))}
      onChoose={(value) => {
        const role = ROLES.find((candidate) => candidate === value);
        if (role) onConfirm(orders.changeRole(person, role));
      }}
    />
  );
}

function StateText({ person: { disabledAt, account } }: { person: Person }) {
  const t = useTranslations("settings.people");
  return (
    <>
      {disabledAt === null
        ? t("enabled")
        : t.rich("disabled", { at: () => <InstantText instant={disabledAt} precision="minute" /> })}
      {account?.mustChangePassword && <div className={classes.quiet}>{t("mustChange")}</div>}
    </>
  );
}

function PersonActions({ person, onConfirm, ...done }: CellProps) {
  const t = useTranslations("settings.people");
  const orders = usePersonOrders(done);
  const name = person.username;
  const enabled = person.disabledAt === null;
  return (
    <span className={classes.actions}>
      <Button
        variant="default"
        size="compact-xs"
        aria-label={t(enabled ? "disableOf" : "enableOf", { name })}
        onClick={() => onConfirm(orders.setDisabled(person, enabled))}
      >
        {t(enabled ? "disable" : "enable")}
      </Button>
      {person.account?.origin === "local" && (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={t("resetOf", { name })}
          onClick={() => onConfirm(orders.resetPassword(person))}
        >
          {t("reset")}
        </Button>
      )}
    </span>
  );
}
