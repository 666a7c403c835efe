import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { callbackPath } from "@/components/sign-in/callback-path";
import { SignInPanel } from "@/components/sign-in/sign-in-panel";
import { findUser } from "@/lib/server/http/page";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const path = callbackPath([callbackUrl].flat()[0]);
  if (await findUser()) redirect(path);
  return <SignInPanel callbackPath={path} error={[error].flat()[0] ?? null} />;
}
