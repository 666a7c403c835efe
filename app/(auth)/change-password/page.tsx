import { redirect } from "next/navigation";
import { ScreenMessages } from "@/components/language/screen-messages";
import { callbackPath } from "@/components/sign-in/callback-path";
import { ChangePasswordPanel } from "@/components/sign-in/change-password-panel";
import { findSignedIn } from "@/lib/server/http/page";
import { pageTitle } from "@/lib/server/language/page-title";

export const generateMetadata = pageTitle("changePassword");

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ChangePasswordPage({ searchParams }: Props) {
  const path = callbackPath([(await searchParams).callbackUrl].flat()[0]);
  const signedIn = await findSignedIn();
  if (signedIn === null) redirect("/sign-in");
  if (!signedIn.mustChangePassword) redirect(path);
  return (
    <ScreenMessages of={["change-password"]}>
      <ChangePasswordPanel callbackPath={path} />
    </ScreenMessages>
  );
}
