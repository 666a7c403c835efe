"use client";

import "@/components/layout/tokens.css";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Stands in for the whole document, so it relies on nothing that may have failed. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui, sans-serif", padding: "15vh 24px", textAlign: "center" }}>
        <title>Something went wrong · Watchfloor</title>
        <main>
          <h1 style={{ fontSize: "1.125rem" }}>Watchfloor ran into an error</h1>
          <p>The page could not be shown. Trying again often helps.</p>
          {error.digest && <p>Reference for the server log: {error.digest}</p>}
          <button type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
