"use client";

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { ApiError } from "@/lib/api/fetch-json";
import { ChineseFont } from "./chinese-font";
import { theme } from "./theme";

type ProvidersProps = {
  children: ReactNode;
  /** Marks Mantine's generated style elements for the content security policy. */
  nonce: string;
};

function createQueryClient() {
  // "always": a browser without a network fails like one whose server is away, and the page says so. By default it
  // would wait in silence, and carry out hours later what somebody has pressed.
  return new QueryClient({
    defaultOptions: {
      queries: {
        // What the server rendered is not read again at once.
        staleTime: 10_000,
        // One more try hides a dropped connection; more would hide a failure from the reader, who has waited for a silent
        // server long enough.
        retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.silent),
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** Everything that the pages share: theme, data cache, URL state. */
export function Providers({ children, nonce }: ProvidersProps) {
  const [queryClient] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          {children}
          <ChineseFont />
        </NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
