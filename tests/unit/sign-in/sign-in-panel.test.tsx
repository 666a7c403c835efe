import { expect, test } from "vitest";
import { SignInPanel } from "@/components/sign-in/sign-in-panel";
import { renderStatic } from "../../support/render-static";

const panel = (localAccounts: boolean, error: string | null = null) =>
  renderStatic(
    <SignInPanel callbackPath="/" error={error} providerName="Example SSO" localAccounts={localAccounts} />,
  );

test("a password is typed unseen, and may be filled in by a password manager", () => {
  const field = /<input[^>]*name="password"[^>]*>/.exec(panel(true))?.[0];
  expect(field).toContain('type="password"');
  expect(field).toContain('autoComplete="current-password"');
});

test("where local accounts are switched off, only the identity provider is offered, with what went wrong", () => {
  const html = panel(false, "NoRole");
  expect(html).toContain("Example SSO");
  expect(html).toContain('role="alert"');
  expect(html).not.toContain("<form");
});
