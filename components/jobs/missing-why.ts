import { ApiError } from "@/lib/api/fetch-json";

/** What the policy wants with a change and did not get, as the server says; null where it refuses something else. */
export function missingWhy(error: Error): { readonly note: boolean; readonly reason: boolean } | null {
  const problem = error instanceof ApiError ? error.problem : null;
  const names = (name: string) => problem?.errors?.some(({ field }) => field === name) === true;
  const missing = { note: names("note"), reason: names("reason") };
  return missing.note || missing.reason ? missing : null;
}
