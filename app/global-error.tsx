"use client";

import "@/components/layout/tokens.css";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** What is wrong, by the first part of the digest; see `lib/server/http/read-for-page.ts`. */
const KNOWN: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  unreachable: {
    en: "The database cannot be reached. Try again in a moment.",
    zh: "无法连接数据库，请稍后重试。",
  },
  "too-slow": {
    en: "The database took too long. Try again in a moment, or ask for less: a shorter time, fewer filters.",
    zh: "数据库响应过慢。请稍后重试，或缩小范围：更短的时间、更少的筛选条件。",
  },
  "disk-full": {
    en: "The database has no room left on its disk. Whoever runs it has to make room.",
    zh: "数据库磁盘空间已满，需由运维人员清理空间。",
  },
  "read-only": {
    en: "The database takes no changes at present. Try again in a moment; if it stays, whoever runs it has to look.",
    zh: "数据库目前不接受任何更改。请稍后重试；若持续如此，需由运维人员检查。",
  },
};
const UNKNOWN = {
  en: "The page could not be shown. Trying again often helps.",
  zh: "Watchfloor 出错了，页面无法显示。重试通常可以解决问题。",
};

/** Stands in for the whole document, so it relies on nothing that may have failed, the choice of language included. */
export default function GlobalError({ error: { digest = "" }, retry }: GlobalErrorProps) {
  const known = KNOWN[digest.split(".")[0] ?? ""];
  const { en, zh } = known ?? UNKNOWN;
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui, sans-serif", padding: "15vh 24px", textAlign: "center" }}>
        <title>Something went wrong · 出错了 · Watchfloor</title>
        <main>
          <h1 style={{ fontSize: "1.125rem" }}>
            {known ? "Watchfloor is not available just now" : "Watchfloor ran into an error"}
          </h1>
          <p>{en}</p>
          <p lang="zh-CN">{zh}</p>
          {digest !== "" && (
            <p>
              Reference for the server log <span lang="zh-CN">（服务器日志编号）</span>: {digest}
            </p>
          )}
          <button type="button" onClick={retry}>
            Try again · 重试
          </button>
        </main>
      </body>
    </html>
  );
}
