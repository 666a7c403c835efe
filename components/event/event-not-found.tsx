import { SearchX } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";

/** There is no event under this address. */
export function EventNotFound() {
  return (
    <EmptyState
      title="There is no such event"
      icon={SearchX}
      action={<Link href="/events">Go to the events</Link>}
    >
      The link may be cut off, or the event was removed from the index.
    </EmptyState>
  );
}
