import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { BackLink } from "./back-link";
import { EmptyState } from "./empty-state";

type NotFoundStateProps = {
  title: string;
  /** Why it may be missing. */
  reason: string;
  /** The list of those that there are. */
  list: { href: string; label: string };
  /** Where something of it may be left. */
  trace?: { href: string; label: string };
};

/** What a page says when the thing in its address does not exist. */
export function NotFoundState({ title, reason, list, trace }: NotFoundStateProps) {
  const t = useTranslations("ui");
  return (
    <>
      <h1 className="sr-only">{t("notFound")}</h1>
      <EmptyState title={title} icon={SearchX} action={<BackLink href={list.href}>{list.label}</BackLink>}>
        {reason}
        {trace && (
          <>
            {" "}
            <Link href={trace.href} prefetch={false}>
              {trace.label}
            </Link>
          </>
        )}
      </EmptyState>
    </>
  );
}
