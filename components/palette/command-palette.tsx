"use client";

import "@/components/layout/mantine-part-styles";
import "@mantine/core/styles/Combobox.layer.css";
import "@mantine/core/styles/Modal.layer.css";
import { Combobox, Modal, useCombobox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { takeTyping } from "@/components/keyboard/early-typing";
import { KeyCaps } from "@/components/keyboard/key-caps";
import { InertText } from "@/components/ui/inert-text";
import { readJson } from "@/lib/api/read-json";
import { savedViewListSchema } from "@/lib/api/saved-views";
import classes from "./command-palette.module.css";
import { COMMAND_GROUPS, findCommands } from "./palette-command";
import { useActionCommands } from "./use-action-commands";
import { usePageCommands } from "./use-page-commands";

export type CommandPaletteProps = {
  opened: boolean;
  onClose: () => void;
  onHelp: () => void;
  onCopyLink: () => void;
};

/** Named here: the combobox learns a name of its own only with the next render, and until then controls nothing. */
const LIST_ID = "palette-list";

/** Pages, views, filters and actions, found by typing and chosen by arrows and Enter. */
export function CommandPalette({ opened, onClose, ...actions }: CommandPaletteProps) {
  const t = useTranslations("palette");
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={560}
      padding={0}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? "" }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t("title")}>
        <Modal.Body>
          <CommandList onClose={onClose} {...actions} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Lives as long as the palette is open: it opens empty each time. */
function CommandList({ onClose, ...actions }: Omit<CommandPaletteProps, "opened">) {
  const t = useTranslations("palette");
  const [text, setText] = useState("");
  const [entered, setEntered] = useState(false);
  const views = useQuery({
    queryKey: ["views"],
    queryFn: ({ signal }) => readJson("/api/views", savedViewListSchema, signal),
  });
  const commands = [...usePageCommands(views.data?.items ?? [], text), ...useActionCommands(actions)];
  const found = findCommands(commands, text);
  const [first] = found;
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    members: found.filter((command) => command.group === group),
  }));

  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found changes with the text and the views
  useEffect(() => {
    combobox.selectFirstOption();
  }, [text, views.data, combobox.selectFirstOption]);

  function run(id: string) {
    onClose();
    commands.find((command) => command.id === id)?.run();
  }
  const runFirst = useEffectEvent(() => first && run(first.id));
  // Before the views are there, another command could be the first.
  const complete = !views.isPending;
  useEffect(() => {
    if (entered && complete) runFirst();
  }, [entered, complete]);

  function type(next: string) {
    setEntered(false);
    setText(next);
  }
  function goOnTyping() {
    const [typed = "", ...afterEnter] = takeTyping().split("\n");
    if (typed === "") return;
    setText(typed);
    setEntered(afterEnter.length > 0);
  }

  return (
    <Combobox store={combobox} onOptionSubmit={run}>
      <Combobox.EventsTarget withExpandedAttribute aria-controls={LIST_ID} aria-expanded>
        <input
          className={classes.input}
          type="text"
          aria-label={t("title")}
          placeholder={t("placeholder")}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={text}
          onFocus={goOnTyping}
          onChange={(change) => type(change.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={LIST_ID} className={classes.options} aria-label={t("title")}>
        {groups.map(
          ({ group, members }) =>
            members.length > 0 && (
              <Combobox.Group key={group} label={t(`groups.${group}`)}>
                {members.map(({ id, label, shortcut }) => (
                  <Combobox.Option key={id} value={id} className={classes.option ?? ""}>
                    <InertText clip text={label} />
                    {shortcut && (
                      <span className={classes.keys} aria-hidden="true">
                        <KeyCaps id={shortcut} brief />
                      </span>
                    )}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ),
        )}
      </Combobox.Options>
      {!first && <p className={classes.nothing}>{t("nothing")}</p>}
      {views.error && <p className={classes.failed}>{t("viewsFailed", { reason: views.error.message })}</p>}
      <p className="sr-only" role="status">
        {text !== "" && first && t("results", { count: found.length, first: first.label })}
      </p>
    </Combobox>
  );
}
