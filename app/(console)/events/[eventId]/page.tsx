import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { EventPage } from "@/components/event/event-page";
import { ScreenMessages } from "@/components/language/screen-messages";
import { visibleText } from "@/lib/format/visible-text";
import { orNotFound } from "@/lib/server/http/or-not-found";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { readEvent } from "@/lib/server/triage/read-event";

type Props = { params: Promise<{ eventId: string }> };

/** One read of the index serves the title and the page. */
const readOnce = cache(async (eventId: string) => {
  const { deps } = await pageContext();
  const language = await getLocale();
  const reading = await readForPage(() =>
    orNotFound(() => readEvent(deps, eventId, { live: false, raw: "masked", language })),
  );
  return { reading, renderedAt: deps.clock().toISOString() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reading } = await readOnce((await params).eventId);
  return { title: visibleText(reading.event.title) };
}

export default async function Page({ params }: Props) {
  const { reading, renderedAt } = await readOnce((await params).eventId);
  const { raw, ...indexed } = reading;
  return (
    <ScreenMessages of={["charts", "event", "triage"]}>
      <EventPage indexed={indexed} rawText={raw} renderedAt={renderedAt} />
    </ScreenMessages>
  );
}
