"use client";

import "@/components/layout/mantine-part-styles";
import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import classes from "./queue-tools.module.css";

type SaveViewFormProps = {
  mayShare: boolean;
  pending: boolean;
  /** Calls `done` once the view is saved. */
  onSave: (choice: { name: string; shared: boolean; isDefault: boolean }, done: () => void) => void;
};

/** Saves what is shown under a name. */
export function SaveViewForm({ mayShare, pending, onSave }: SaveViewFormProps) {
  const t = useTranslations("queue-tools.views");
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === "") return;
    const sent = name.trim();
    // The name of the next view may have been begun before the answer.
    const done = () => setName((now) => (now.trim() === sent ? "" : now));
    onSave({ name: sent, shared, isDefault: false }, done);
  }
  return (
    <form onSubmit={submit} className={classes.save}>
      <TextInput
        size="xs"
        label={t("save")}
        placeholder={t("name")}
        maxLength={80}
        value={name}
        onChange={(change) => setName(change.currentTarget.value)}
      />
      {mayShare && (
        <label className={classes.name}>
          <input
            type="checkbox"
            checked={shared}
            onChange={(change) => setShared(change.currentTarget.checked)}
          />
          {t("shareNew")}
        </label>
      )}
      <Button type="submit" size="compact-sm" loading={pending} disabled={name.trim() === ""}>
        {t("saveAction")}
      </Button>
    </form>
  );
}
