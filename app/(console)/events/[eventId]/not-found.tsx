import { EventMissing } from "@/components/event/event-missing";

export default function EventNotFound() {
  return <EventMissing />;
}
