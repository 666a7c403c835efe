import { forgetTab } from "./tab-storage";

/** Signs the person out. The library is a tenth of a page's own script, so it is loaded when it is needed. */
export async function leaveConsole(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  // What was begun and not sent is nobody else's business.
  forgetTab();
  await signOut({ callbackUrl: "/sign-in" });
}
