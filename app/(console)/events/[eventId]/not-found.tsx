import { EventNotFound } from "@/components/event/event-not-found";

export default function NotFound() {
  return <EventNotFound />;
}
