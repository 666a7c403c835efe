import { nanoid } from "nanoid";
import { unstable_rethrow } from "next/navigation";
import { databaseTrouble } from "@/lib/server/db/database-trouble";
import { type Deps, getDeps } from "@/lib/server/deps";
import { answerUnavailable } from "./exchange-scope";

const REFERENCE_LENGTH = 10;

/**
 * What a page could not read, for Next, which prints whatever a page throws. Only the digest reaches the error's screen
 * (`app/global-error.tsx`): what is wrong with the database, and the reference of the line in the log.
 */
class PageReadError extends Error {
  override readonly name = "PageReadError";

  constructor(readonly digest: string) {
    super(`The page could not be read; see the line with the reference ${digest}.`);
  }
}

/**
 * What a page shows. A failure is logged here, without what was asked; while the database cannot answer, so is the page's
 * own answer: HTTP 503 and when to come again.
 * @throws PageReadError; what Next itself throws to lead somewhere else.
 */
export async function readForPage<T>(read: (deps: Deps) => Promise<T>): Promise<T> {
  const deps = await getDeps();
  try {
    return await read(deps);
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof PageReadError) throw error;
    const trouble = databaseTrouble(error);
    const reference = nanoid(REFERENCE_LENGTH);
    deps.log.error({ err: error, reference }, "page failed");
    if (trouble) answerUnavailable(deps.exchangeScope);
    throw new PageReadError(trouble ? `${trouble.kind}.${reference}` : reference);
  }
}
