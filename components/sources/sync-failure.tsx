import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import { CopyButton } from "@/components/ui/copy-button";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import type { SourceSync } from "@/lib/api/source-list";
import { errorAdvice } from "./error-advice";

/** Why a source is not up to date, in the cloud's words, and what to do about it. */
export function SyncFailure({ sync }: { sync: SourceSync }) {
  const t = useTranslations("sources");
  const say = useSentence();
  const { reason, errorCode, errorRequestId, failingSince } = sync;
  if (reason === null) return null;
  return (
    <Notice tone="warning">
      <div>
        <strong>
          <InertText text={say(reason)} />
        </strong>
        {failingSince && (
          <> {t.rich("failure.since", { at: () => <InstantText instant={failingSince} /> })}</>
        )}
      </div>
      <div>{t(`advice.${errorAdvice(errorCode)}`)}</div>
      {(errorCode || errorRequestId) && (
        <div>
          {errorCode && <>{t.rich("failure.code", { code: () => <InertText text={errorCode} mono /> })} </>}
          {errorRequestId && (
            <>
              {t.rich("failure.request", { id: () => <InertText text={errorRequestId} mono /> })}
              <CopyButton value={errorRequestId} label={t("failure.copyRequest")} />
            </>
          )}
        </div>
      )}
    </Notice>
  );
}
