import { Button } from "@mantine/core";
import { EmptyState } from "@/components/ui/empty-state";
import { BrandMark } from "./brand-mark";
import classes from "./not-found-panel.module.css";

/** What an address without a page shows. */
export function NotFoundPanel() {
  return (
    <main className={classes.page}>
      <BrandMark size={32} />
      <EmptyState
        title="This page does not exist"
        action={
          <Button component="a" href="/events">
            Go to the events
          </Button>
        }
      >
        The link may be old, or mistyped.
      </EmptyState>
    </main>
  );
}
