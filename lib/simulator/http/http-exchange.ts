/** A request exactly as it came: nothing decoded, because signatures cover the bytes. */
export interface HttpRequest {
  readonly method: string;
  /** Path before the `?`, still percent-encoded. */
  readonly path: string;
  /** Text after the `?`, still percent-encoded. */
  readonly query: string;
  /** Lower-case names; repeated headers joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly remoteAddress: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `hang`: never answer. `drop`: close the connection without an answer. */
export type HttpOutcome = HttpReply | "hang" | "drop";
