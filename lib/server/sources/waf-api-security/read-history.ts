import type { CallPriority, CloudClient } from "@/lib/server/clouds/operation";
import { describeApisecUserOperations } from "@/lib/server/clouds/waf/describe-apisec-user-operations";
import type { RecordText } from "../mapping/map-records";
import { pageRecords } from "../mapping/page-records";
import { statusWord } from "../mapping/status-words";
import type { CloudOperationRecord, StoredRecord } from "../source";
import { RecordReader } from "../wire/record-reader";
import { wireObject } from "../wire/wire-object";
import { wireCode } from "../wire/wire-text";

/** An operation without a usable time is kept, visibly out of place, at the end of the list. */
const UNKNOWN_TIME = new Date(0).toISOString();

function operationRecord({ value, raw }: RecordText): CloudOperationRecord {
  const record = new RecordReader(wireObject(value) ?? {});
  const from = record.text("FromStatus");
  const to = record.text("ToStatus");
  return {
    at: record.time("Time") ?? UNKNOWN_TIME,
    userId: record.text("UserId") ?? "unknown",
    from: from === null ? null : statusWord(from),
    to: to === null ? "unknown" : statusWord(to),
    note: record.text("Note"),
    origin: wireCode(record.text("OperationSource") ?? "") === "system" ? "cloud-system" : "cloud-console",
    raw,
  };
}

/**
 * The cloud's own history of an event, newest first; the operation promises no order. Rows that call
 * themselves another Type or ObjectId are kept: the documented example does both.
 *
 * @throws CloudError when the cloud gives no usable answer.
 */
export async function readApisecHistory(
  client: CloudClient,
  { event }: { readonly event: Pick<StoredRecord["event"], "upstreamId"> },
  signal: AbortSignal,
  priority: CallPriority = "person",
): Promise<CloudOperationRecord[]> {
  const answer = await client.call(
    describeApisecUserOperations,
    { ObjectId: event.upstreamId, Type: "event" },
    { signal, priority },
  );
  const { records } = pageRecords("DescribeApisecUserOperations", answer, { list: "Data", total: null });
  return records.map(operationRecord).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
