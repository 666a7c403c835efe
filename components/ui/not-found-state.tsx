import { SearchX } from "lucide-react";
import { BackLink } from "./back-link";
import { EmptyState } from "./empty-state";

type NotFoundStateProps = {
  title: string;
  /** Why it may be missing. */
  reason: string;
  /** The list of those that there are. */
  list: { href: string; label: string };
};

/** What a page says when the thing in its address does not exist. */
export function NotFoundState({ title, reason, list }: NotFoundStateProps) {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState title={title} icon={SearchX} action={<BackLink href={list.href}>{list.label}</BackLink>}>
        {reason}
      </EmptyState>
    </>
  );
}
