"use client";

import "@/components/layout/mantine-part-styles";
import "@mantine/core/styles/Modal.layer.css";
import { Checkbox, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./help-dialog.module.css";
import { KeyCaps } from "./key-caps";
import { SHORTCUT_GROUPS, SHORTCUT_IDS, type ShortcutGroup, type ShortcutId, shortcutOf } from "./shortcuts";
import { useHandledShortcuts } from "./use-shortcut";
import { useSingleKeys } from "./use-single-keys";

type HelpDialogProps = { opened: boolean; onClose: () => void };

/** Every shortcut by group, and the switch for those without a modifier. */
export function HelpDialog({ opened, onClose }: HelpDialogProps) {
  const t = useTranslations("keyboard.help");
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const handled = useHandledShortcuts();
  const listed = SHORTCUT_IDS.filter((id) => !shortcutOf(id).onlyWhenHandled || handled.includes(id));
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={760}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? "" }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header className={classes.header ?? ""}>
          <Modal.Title className={classes.title ?? ""}>{t("title")}</Modal.Title>
          <Modal.CloseButton aria-label={t("close")} />
        </Modal.Header>
        <Modal.Body className={classes.body ?? ""}>
          <div className={classes.groups}>
            {SHORTCUT_GROUPS.map((group) => (
              <HelpGroup
                key={group}
                group={group}
                ids={listed.filter((id) => shortcutOf(id).group === group)}
                handled={handled}
              />
            ))}
          </div>
          <Checkbox
            className={classes.singleKeys}
            size="xs"
            label={t("singleKeys")}
            description={t("singleKeysNote")}
            checked={singleKeys}
            onChange={(change) => setSingleKeys(change.currentTarget.checked)}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

type HelpGroupProps = {
  group: ShortcutGroup;
  ids: readonly ShortcutId[];
  /** What something on this page answers to. */
  handled: readonly ShortcutId[];
};

function HelpGroup({ group, ids, handled }: HelpGroupProps) {
  const t = useTranslations("keyboard");
  const [first] = ids;
  if (!first) return null;
  const scope = shortcutOf(first).scope;
  return (
    <section className={classes.group} aria-label={t(`groups.${group}`)}>
      <h3 className={classes.heading}>
        {t(`groups.${group}`)} <span className={classes.scope}>{t(`scopes.${scope}`)}</span>
      </h3>
      <dl className={classes.list}>
        {ids.map((id) => (
          <div key={id} className={classes.entry} data-shortcut={id} data-handled={handled.includes(id)}>
            <dt>{t(`shortcuts.${id}`)}</dt>
            <dd>
              <KeyCaps id={id} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
