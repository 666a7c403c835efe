import { shownOwner } from "@/components/settings/shown-owner";
import { TokensPage } from "@/components/settings/tokens-page";
import { pageContext } from "@/lib/server/http/page";
import { readForPage } from "@/lib/server/http/read-for-page";
import { pageTitle } from "@/lib/server/language/page-title";
import { listTokens } from "@/lib/server/people/list-tokens";

export const generateMetadata = pageTitle("settings");

type TokensProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: TokensProps) {
  const { deps, user } = await pageContext();
  const owner = shownOwner((await searchParams).owner, user.role);
  return (
    <TokensPage
      key={owner}
      initial={await readForPage(() => listTokens(deps, user, owner))}
      owner={owner}
      user={user}
    />
  );
}
