import type { z } from "zod";
import type { CloudOperation } from "./operation";

/** The operation's parameters, or what is wrong with each by name. */
export type ParsedParameters =
  | { readonly success: true; readonly data: Readonly<Record<string, unknown>> }
  | { readonly success: false; readonly issues: readonly ParameterIssue[] };

/** What is wrong with a parameter that the connection fills in. */
export const FILLED_IN = "comes from the connection; leave it out";

export type ParameterIssue = { readonly parameter: string; readonly message: string };

/**
 * Reads an operation's parameters from a URL query. A list may be repeated (`AttackApp=a&AttackApp=b`) or
 * indexed (`AttackApp.1=a&AttackApp.2=b`). Parameters that the connection fills in are refused, so that no
 * caller reaches another instance or project.
 */
export function parseParameters(operation: CloudOperation, query: URLSearchParams): ParsedParameters {
  const issues: ParameterIssue[] = [];
  const given = new Map<string, string[]>();
  for (const [key, value] of query) {
    const name = key.replace(/\.[1-9]\d{0,3}$/, "");
    const known = name in operation.request.shape ? name : key;
    given.set(known, [...(given.get(known) ?? []), value]);
  }
  for (const name of operation.fromConnection)
    if (given.delete(name)) issues.push({ parameter: name, message: FILLED_IN });
  const parameters = Object.fromEntries(
    Array.from(given, ([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const result = operation.request.safeParse(parameters);
  if (result.success && issues.length === 0) return { success: true, data: result.data };
  return { success: false, issues: [...issues, ...(result.error?.issues ?? []).flatMap(describeIssue)] };
}

function describeIssue(issue: z.core.$ZodIssue): ParameterIssue[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      parameter: key,
      message: "is not a parameter of this operation; check the spelling",
    }));
  return [{ parameter: String(issue.path[0] ?? ""), message: issue.message }];
}
