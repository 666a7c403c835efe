import type { z } from "zod";
import type { Product } from "@/lib/events/source-id";

/** A limit that the cloud publishes for one operation. */
export type CallBudget = { readonly calls: number; readonly perMs: number };

/**
 * One operation of a cloud API, declared once: sync, live proxy and explorer all use it.
 * The request schema holds every parameter of the reference under the cloud's own names and coerces the
 * text of a URL; it is strict. The response schema is loose: unknown keys stay, documented ones may be
 * absent or null.
 */
export type CloudOperation<
  Request extends z.ZodObject = z.ZodObject,
  Response extends z.ZodType = z.ZodType,
> = {
  readonly name: string;
  readonly product: Product;
  readonly api:
    | { readonly style: "acs-rpc"; readonly version: string }
    | { readonly style: "huawei-rest"; readonly method: "GET" | "POST"; readonly path: string };
  readonly access: "read" | "write";
  readonly request: Request;
  readonly response: Response;
  /** Parameters that the connection fills in (InstanceId, RegionId, project_id ...). */
  readonly fromConnection: readonly string[];
  /** `null` where none is published. */
  readonly budget: CallBudget | null;
  /** The largest page the document allows; `null` where there is no paging or no published limit. */
  readonly maxPageSize: number | null;
  /** The RAM action or policy a key needs; `null` where the page names none. */
  readonly permission: string | null;
  /** Error codes that are worth another try although their HTTP status says otherwise. */
  readonly retryableCodes: readonly string[];
};

/** Who waits for the answer: people go before the background within a shared budget. */
export type CallPriority = "person" | "background";

export type CallOptions = {
  readonly signal: AbortSignal;
  readonly priority: CallPriority;
  /** A time-out is not tried again: the caller has a better way than the same once more. */
  readonly timeoutEnds?: boolean;
};

/** A cloud's answer. */
export type CloudAnswer<Data> = {
  /** The body exactly as it came. */
  readonly body: string;
  readonly data: Data;
  readonly requestId: string | null;
};

/** Calls operations of one connection: fills in its parameters, signs, waits for the budget, retries. */
export interface CloudClient {
  /**
   * @param parameters under the cloud's own names, without those the connection fills in.
   * @throws CloudError for anything but a usable answer.
   * @throws z.ZodError when `parameters` do not match the declaration.
   */
  call<Request extends z.ZodObject, Response extends z.ZodType>(
    operation: CloudOperation<Request, Response>,
    parameters: Readonly<Record<string, unknown>>,
    options: CallOptions,
  ): Promise<CloudAnswer<z.output<Response>>>;
}
