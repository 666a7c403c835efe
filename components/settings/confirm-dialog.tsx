"use client";

import "@/components/layout/mantine-part-styles";
import "@mantine/core/styles/Modal.layer.css";
import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { SendFailure } from "./send-failure";
import classes from "./settings.module.css";

export type Confirmation = {
  readonly title: string;
  /** What it brings about. */
  readonly text: string;
  /** The button that does it. */
  readonly action: string;
  readonly danger?: boolean;
  /** Does it; what it throws is shown. */
  readonly run: () => Promise<unknown>;
};

type ConfirmDialogProps = { confirmation: Confirmation | null; onClose: () => void };

/** Asks before something is done that is not easily undone, and stays open when it fails. */
export function ConfirmDialog({ confirmation, onClose }: ConfirmDialogProps) {
  const t = useTranslations("settings");
  return (
    <Modal
      opened={confirmation !== null}
      onClose={onClose}
      title={confirmation?.title}
      closeButtonProps={{ "aria-label": t("close") }}
      transitionProps={{ duration: 0 }}
    >
      {confirmation && <Question confirmation={confirmation} onClose={onClose} />}
    </Modal>
  );
}

function Question({ confirmation, onClose }: { confirmation: Confirmation; onClose: () => void }) {
  const t = useTranslations("settings");
  const { text, action, danger = false, run } = confirmation;
  const { mutate, error, isPending } = useMutation({ mutationFn: run, onSuccess: onClose });
  return (
    <div className={classes.question}>
      <p>{text}</p>
      <SendFailure error={error} />
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button {...(danger ? { color: "red.8" } : {})} loading={isPending} onClick={() => mutate()}>
          {action}
        </Button>
      </div>
    </div>
  );
}
