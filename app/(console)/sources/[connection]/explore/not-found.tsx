import { NotFoundState } from "@/components/ui/not-found-state";

export default function ConnectionNotFound() {
  return (
    <NotFoundState
      title="There is no such connection"
      reason="It may have been renamed or taken out of the configuration."
      list={{ href: "/sources", label: "Go to the sources" }}
    />
  );
}
