/** Carries the page's path and query to server components, which are not told otherwise. Set by proxy.ts. */
export const PAGE_PATH_HEADER = "x-watchfloor-page-path";
