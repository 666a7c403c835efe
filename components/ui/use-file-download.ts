"use client";

import { useMutation } from "@tanstack/react-query";
import { callApi } from "@/lib/api/fetch-json";

/** The name that the server gave the file. */
function nameOf(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "download";
}

/** Browsers begin to read the file some time after the click, milliseconds. */
const READ_BY_THEN = 60_000;

async function download(url: string): Promise<void> {
  const response = await callApi(url);
  const file = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = file;
  link.download = nameOf(response);
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), READ_BY_THEN);
}

/** Fetches a file and saves it. A failure stays on the page, in words; leading there would show a raw answer. */
export function useFileDownload() {
  return useMutation({ mutationFn: download });
}
