"use client";

import "@/components/layout/tokens.css";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Stands in for the whole document, so it relies on nothing that may have failed, the choice of language included. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui, sans-serif", padding: "15vh 24px", textAlign: "center" }}>
        <title>Something went wrong · 出错了 · Watchfloor</title>
        <main>
          <h1 style={{ fontSize: "1.125rem" }}>Watchfloor ran into an error</h1>
          <p>The page could not be shown. Trying again often helps.</p>
          <p lang="zh-CN">Watchfloor 出错了，页面无法显示。重试通常可以解决问题。</p>
          {error.digest && (
            <p>
              Reference for the server log <span lang="zh-CN">（服务器日志编号）</span>: {error.digest}
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
