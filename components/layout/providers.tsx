"use client";

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { ChineseFont } from "./chinese-font";
import { theme } from "./theme";

type ProvidersProps = {
  children: ReactNode;
  /** Marks Mantine's generated style elements for the content security policy. */
  nonce: string;
};

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // What the server rendered is not read again at once.
        staleTime: 10_000,
        // One more try hides a dropped connection; more would hide a failure from the reader.
        retry: 1,
      },
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
