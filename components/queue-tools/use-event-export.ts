import { useMutation } from "@tanstack/react-query";
import { answerWith } from "@/lib/api/answer-reader";
import { callApi } from "@/lib/api/fetch-json";
import { readJson } from "@/lib/api/read-json";
import { roleIncludes } from "@/lib/api/role";
import type { SessionResponse } from "@/lib/api/user";

const MANIFEST = "/api/events/export/manifest";

function follow(href: string, how: { readonly download: string } | { readonly target: string }): void {
  const link = document.createElement("a");
  Object.assign(link, how, { href, rel: "noreferrer" });
  link.click();
}

/**
 * Has the browser save an export, which may be larger than what a page can hold. What would refuse it is asked
 * before: the browser would show the raw answer instead of the page. @throws ApiError, ForbiddenExport
 */
async function save(href: string): Promise<void> {
  const { user } = await readJson("/api/session", answerWith<SessionResponse>("user"));
  if (!roleIncludes(user.role, "analyst")) throw new ForbiddenExport();
  // The server names the file.
  follow(href, { download: "" });
}

async function openManifest(): Promise<void> {
  await callApi(MANIFEST);
  follow(MANIFEST, { target: "_blank" });
}

/** The role does not allow exports any more. */
export class ForbiddenExport extends Error {
  override readonly name = "ForbiddenExport";
}

/** Saves an export by its address, or shows the manifest of the last one. A failure stays on the page. */
export function useEventExport(onDone: () => void) {
  const { mutate, error, reset } = useMutation({
    mutationFn: (wanted: "manifest" | { readonly href: string }) =>
      wanted === "manifest" ? openManifest() : save(wanted.href),
    onSuccess: onDone,
  });
  return { order: mutate, error, forget: reset };
}
