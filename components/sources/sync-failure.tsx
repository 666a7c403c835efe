import { CopyButton } from "@/components/ui/copy-button";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import type { SourceSync } from "@/lib/api/source-list";
import { errorAdvice } from "./error-advice";

/** Why a source is not up to date, in the cloud's words, and what to do about it. */
export function SyncFailure({ sync }: { sync: SourceSync }) {
  const { reason, errorCode, errorRequestId, failingSince } = sync;
  if (reason === null) return null;
  return (
    <Notice tone="warning">
      <div>
        <strong>
          <InertText text={reason} />
        </strong>
        {failingSince && (
          <>
            {" "}
            Failing since <InstantText instant={failingSince} />.
          </>
        )}
      </div>
      <div>{errorAdvice(errorCode)}</div>
      {(errorCode || errorRequestId) && (
        <div>
          {errorCode && (
            <>
              Code <InertText text={errorCode} mono />{" "}
            </>
          )}
          {errorRequestId && (
            <>
              Cloud request <InertText text={errorRequestId} mono />
              <CopyButton value={errorRequestId} label="Copy the cloud's request id" />
            </>
          )}
        </div>
      )}
    </Notice>
  );
}
