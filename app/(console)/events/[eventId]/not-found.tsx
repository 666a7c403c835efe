import { NotFoundState } from "@/components/ui/not-found-state";

export default function EventNotFound() {
  return (
    <NotFoundState
      title="There is no such event"
      reason="The link may be cut off, or the event was removed from the index."
      list={{ href: "/events", label: "Go to the events" }}
    />
  );
}
