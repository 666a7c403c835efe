import { redirect } from "next/navigation";
import { ScreenMessages } from "@/components/language/screen-messages";
import { callbackPath } from "@/components/sign-in/callback-path";
import { SignInPanel } from "@/components/sign-in/sign-in-panel";
import { findUser, signInWays } from "@/lib/server/http/page";
import { pageTitle } from "@/lib/server/language/page-title";

export const generateMetadata = pageTitle("signIn");

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const path = callbackPath([callbackUrl].flat()[0]);
  if (await findUser()) redirect(path);
  return (
    <ScreenMessages of={["sign-in"]}>
      <SignInPanel callbackPath={path} error={[error].flat()[0] ?? null} {...(await signInWays())} />
    </ScreenMessages>
  );
}
