import type { OperationForm, OperationParameter } from "@/lib/api/operation-form";
import type { Language } from "@/lib/events/language";

/** Parameters of the page's own URL; no cloud parameter is written in this way. */
const OPERATION = "operation";
const SENT = "sent";

const DAY_MS = 86_400_000;

/** What the explorer's URL says: which operation, with which values, and whether it was sent. */
export type ExplorerState = {
  readonly operation: OperationForm | null;
  readonly values: URLSearchParams;
  readonly sent: boolean;
};

/** Reads the explorer's state from its URL; without an operation in it the first one is chosen. */
export function parseExplorerState(
  params: URLSearchParams,
  operations: readonly OperationForm[],
): ExplorerState {
  const asked = params.get(OPERATION);
  const operation = operations.find(({ name }) => name === asked) ?? operations[0] ?? null;
  const values = new URLSearchParams(params);
  values.delete(OPERATION);
  values.delete(SENT);
  return { operation, values, sent: params.has(SENT) && operation?.name === asked };
}

/** Writes the explorer's state as the page's URL; {@link parseExplorerState} reads it back. */
export function explorerSearch(operation: string, values: URLSearchParams | null): string {
  const params = new URLSearchParams({ [OPERATION]: operation });
  if (values) {
    params.set(SENT, "1");
    for (const [name, value] of values) params.append(name, value);
  }
  return `?${params}`;
}

/** The form's texts as parameters: empty ones are left out, a list has one value per line. */
export function formValues(form: FormData, parameters: readonly OperationParameter[]): URLSearchParams {
  const values = new URLSearchParams();
  for (const { name, kind } of parameters) {
    const text = form.get(name);
    if (typeof text !== "string") continue;
    const parts = kind === "list" ? text.split("\n") : [text];
    for (const part of parts) if (part.trim() !== "") values.append(name, part.trim());
  }
  return values;
}

/**
 * What a field shows at first: the URL's value, else the default, else for a needed time the last 24 hours, and
 * the reader's language where the cloud offers it (`Lang`).
 */
export function initialValue(
  parameter: OperationParameter,
  values: URLSearchParams,
  { now, language }: { now: Date; language: Language },
): string {
  const given = values.getAll(parameter.name);
  if (given.length > 0) return given.join("\n");
  if (parameter.defaultValue !== null) return parameter.defaultValue;
  const { kind, name, required, choices } = parameter;
  if (name === "Lang" && choices.includes(language)) return language;
  if (!required || (kind !== "seconds" && kind !== "milliseconds")) return "";
  const at = now.getTime() - (/start/i.test(name) ? DAY_MS : 0);
  return String(kind === "seconds" ? Math.floor(at / 1_000) : at);
}
