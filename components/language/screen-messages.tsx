import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { AddedMessages } from "./added-messages";
import { type Namespace, pickMessages } from "./pick-messages";

/**
 * Gives the client components below it the texts of more namespaces. Server components have them all; a
 * browser is sent only what its screen names here.
 */
export async function ScreenMessages({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  return <AddedMessages messages={pickMessages(await getMessages(), of)}>{children}</AddedMessages>;
}
