/** A cold start may have to build on a slow machine. */
const START_LIMIT_MS = 600_000;
const POLL_MS = 100;

/** Ready means that the health route says so; anything else is "not yet". */
async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/api/health`)).ok;
  } catch {
    return false;
  }
}

/**
 * Waits until the server at `address` is ready.
 * @param ended whether it has ended meanwhile.
 * @throws Error when it has ended, or is not ready in ten minutes.
 */
export async function waitUntilReady(address: string, ended: () => boolean): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isReady(address))) {
    if (ended()) throw new Error("The server ended before it was ready; see its messages above.");
    if (Date.now() > deadline) throw new Error(`The server was not ready within ${START_LIMIT_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
