import type { Connection } from "./source-list";

/** One parameter of a cloud operation, as the explorer's form needs it. */
export type OperationParameter = {
  /** The cloud's own name. */
  readonly name: string;
  readonly required: boolean;
  readonly kind: "text" | "integer" | "choice" | "list" | "seconds" | "milliseconds";
  /** Empty unless `kind` is "choice". */
  readonly choices: readonly string[];
  /** What is sent when nothing is given. */
  readonly defaultValue: string | null;
  /** Inclusive bounds, where the document has any. */
  readonly minimum: number | null;
  readonly maximum: number | null;
};

/** One read operation of a connection's product. Parameters that the connection fills in are left out. */
export type OperationForm = {
  readonly name: string;
  /** The RAM action or policy that the key needs; null where the document names none. */
  readonly permission: string | null;
  readonly parameters: readonly OperationParameter[];
};

/** What the explorer page offers for one connection. */
export type Explorer = {
  readonly connection: Pick<Connection, "id" | "name" | "product" | "region">;
  readonly operations: readonly OperationForm[];
};
