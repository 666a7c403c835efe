"use client";

import { Failure } from "@/components/ui/failure";

type SourcesErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function SourcesError({ error, retry }: SourcesErrorProps) {
  return <Failure title="The sources could not be read" error={error} onRetry={retry} />;
}
