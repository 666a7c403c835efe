"use client";

import { Failure } from "@/components/ui/failure";

type EventsErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function EventsError({ error, retry }: EventsErrorProps) {
  return <Failure title="The events could not be read" error={error} onRetry={retry} />;
}
