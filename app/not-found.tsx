import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <main>
      <EmptyState title="This page does not exist" action={<a href="/events">Go to the events</a>}>
        The link may be old, or mistyped.
      </EmptyState>
    </main>
  );
}
