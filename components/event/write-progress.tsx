import { useTranslations } from "next-intl";
import { FoldableText } from "@/components/ui/foldable-text";
import type { EventHistory } from "@/lib/api/event-detail";
import type { SecurityEvent } from "@/lib/events/event";
import classes from "./event-work.module.css";

type WriteProgressProps = {
  event: Pick<SecurityEvent, "writeState" | "statusOrigin">;
  /** Whose newest change of ours says what the cloud answered. */
  history: EventHistory | undefined;
};

/** How far the last change has come on its way to the cloud, with what the server says about it. */
export function WriteProgress({ event: { writeState, statusOrigin }, history }: WriteProgressProps) {
  const format = useTranslations("format");
  const change = history?.items.find(({ changeId }) => changeId !== null);
  const message = change?.writeState === writeState ? change.message : null;
  if (writeState === null && message === null) return null;
  return (
    <p className={classes.write} data-state={writeState ?? undefined} role="status">
      {format(writeState === null ? `statusOrigin.${statusOrigin}` : `writeState.${writeState}`)}
      {message && (
        <>
          {": "}
          <FoldableText text={message} />
        </>
      )}
    </p>
  );
}
