import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import { FoldableText } from "@/components/ui/foldable-text";
import type { EventHistory } from "@/lib/api/event-detail";
import type { SecurityEvent } from "@/lib/events/event";
import { awaitsDecision, type Status } from "@/lib/events/status";
import { statusSchema } from "@/lib/events/value-schemas";
import classes from "./event-work.module.css";

type WriteProgressProps = {
  event: Pick<SecurityEvent, "status" | "statusOrigin" | "writeState">;
  /** Whose newest change of ours says what the cloud answered. */
  history: EventHistory | undefined;
  /** `null` for people who may not change a status. */
  onDecide: ((status: Status) => void) | null;
};

/** How far the last change has come on its way to the cloud, what the server says about it, and the way on. */
export function WriteProgress({ event, history, onDecide }: WriteProgressProps) {
  const format = useTranslations("format");
  const say = useSentence();
  const { writeState, statusOrigin } = event;
  const change = history?.items.find(({ changeId }) => changeId !== null);
  const message = change?.writeState === writeState ? change.message : null;
  if (writeState === null && message === null) return null;
  return (
    <div className={classes.write} data-state={writeState ?? undefined}>
      <p role="status">
        {format(writeState === null ? `statusOrigin.${statusOrigin}` : `writeState.${writeState}`)}
        {message && (
          <>
            {": "}
            <FoldableText text={say(message)} />
          </>
        )}
      </p>
      {onDecide && awaitsDecision(writeState) && (
        <WriteDecision
          status={event.status}
          other={writeState === "failed" ? history?.difference?.cloud : change?.to}
          failed={writeState === "failed"}
          onDecide={onDecide}
        />
      )}
    </div>
  );
}

type WriteDecisionProps = {
  /** What the event has here. */
  status: Status;
  /** Ours where somebody else's has come into its place; the cloud's where ours did not get there. */
  other: string | undefined;
  failed: boolean;
  onDecide: (status: Status) => void;
};

/** Which of two statuses is to hold: each is one click. */
function WriteDecision({ status, other, failed, onDecide }: WriteDecisionProps) {
  const t = useTranslations("triage.decision");
  const format = useTranslations("format");
  const second = statusSchema.safeParse(other).data;
  return (
    <div className={classes.decision}>
      <Button size="compact-xs" variant="default" onClick={() => onDecide(status)}>
        {t(failed ? "sendAgain" : "keepTheirs", { status: format(`status.${status}`) })}
      </Button>
      {second !== undefined && second !== status && (
        <Button size="compact-xs" variant="default" onClick={() => onDecide(second)}>
          {t(failed ? "takeTheirs" : "applyMine", { status: format(`status.${second}`) })}
        </Button>
      )}
    </div>
  );
}
