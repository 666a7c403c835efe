"use client";

import "@/components/layout/mantine-part-styles";
import "@mantine/core/styles/Modal.layer.css";
import { Button, Modal, NativeSelect } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { isClosing, STATUSES } from "@/lib/events/status";
import { statusSchema } from "@/lib/events/value-schemas";
import type { Verdict } from "@/lib/events/verdict";
import classes from "./status-form.module.css";
import { StatusPreview, useStatusPreview } from "./status-preview";
import type { GuidedStatus } from "./use-guided-status";
import { useNoteDraft } from "./use-note-draft";
import { isBulk, type StatusOrder, type StatusTarget } from "./use-status-change";
import { WhyFields } from "./why-fields";

type StatusFormProps = { guided: Pick<GuidedStatus, "asked" | "ask" | "submit" | "requiredFor"> };

/**
 * Asks for the note of a status change and, where it closes the event, for the reason; of many events it says
 * first what will become of them.
 */
export function StatusForm({ guided }: StatusFormProps) {
  const t = useTranslations("triage.form");
  const { asked, ask } = guided;
  // A dialog gives the focus back only if it was there, closed, before it opened.
  const mounted = useMounted();
  const close = () => ask(null);
  return (
    <Modal.Root opened={mounted && asked !== null} onClose={close} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        {/* Without the role it would be a second banner of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title>{t("title")}</Modal.Title>
          <Modal.CloseButton aria-label={t("cancel")} />
        </Modal.Header>
        <Modal.Body>{asked && <StatusFields order={asked} onCancel={close} guided={guided} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

type StatusFieldsProps = StatusFormProps & { order: StatusOrder; onCancel: () => void };

function StatusFields({ order, onCancel, guided }: StatusFieldsProps) {
  const t = useTranslations("triage.form");
  const format = useTranslations("format");
  const { status, reason } = order;
  const draft = useNoteDraft(subjectOf(order.target), order.note ?? "");
  const note = draft.text;
  const bulk = isBulk(order.target);
  const preview = useStatusPreview(bulk ? order.target : null, status);
  const required = guided.requiredFor(status);
  const closing = isClosing(status);
  const incomplete =
    (required.note && note.trim() === "") ||
    (required.reason && reason === undefined) ||
    (bulk && (preview.isFetching || !preview.data?.willChange));

  function chooseReason(chosen: Verdict | null) {
    const { reason: _before, ...rest } = order;
    guided.ask(chosen === null ? rest : { ...rest, reason: chosen });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (incomplete) return;
    const { target } = order;
    // From here on the order has it: one that fails is shown with its note, to be sent again.
    draft.forget();
    guided.submit({
      target,
      status,
      ...(note.trim() === "" ? {} : { note: note.trim() }),
      ...(closing && reason ? { reason } : {}),
    });
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <NativeSelect
        label={t("status")}
        value={status}
        onChange={(change) =>
          guided.ask({ ...order, status: statusSchema.parse(change.currentTarget.value) })
        }
        data={STATUSES.map((value) => ({ value, label: format(`status.${value}`) }))}
      />
      {bulk && <StatusPreview preview={preview} />}
      <WhyFields
        closing={closing}
        required={required}
        reason={reason ?? null}
        onReason={chooseReason}
        note={note}
        onNote={draft.write}
      />
      <div className={classes.actions}>
        <Button variant="default" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={incomplete}>
          {preview.data ? t("setCounted", { count: preview.data.willChange }) : t("set")}
        </Button>
      </div>
    </form>
  );
}

/** A note that was begun is found again for the same events only. */
const subjectOf = (target: StatusTarget) =>
  `status.${"events" in target ? target.events.map(({ id }) => id).join() : target.selectionId}`;
