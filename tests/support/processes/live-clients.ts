import { get, type IncomingMessage } from "node:http";

/** Somebody who listens for changes on a connection of their own. */
export type LiveClient = {
  /** Messages about events so far. */
  readonly heard: () => number;
  /** Stops reading, and goes on. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: () => void;
};

/** Opens the stream of changes. @throws Error when it is refused. */
export function openLiveClient(address: string, cookie: string): Promise<LiveClient> {
  return new Promise((resolve, reject) => {
    const request = get(`${address}/api/events/stream`, { headers: { cookie }, agent: false });
    request.on("error", reject);
    request.on("response", (response: IncomingMessage) => {
      if (response.statusCode !== 200) {
        reject(new Error(`The stream was refused with HTTP ${response.statusCode}`));
        return;
      }
      let heard = 0;
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        heard += text.split('"type":"events"').length - 1;
      });
      // How it ends is the server's part; who closes it sees a broken connection.
      response.on("error", () => {});
      resolve({
        heard: () => heard,
        pause: () => response.pause(),
        resume: () => response.resume(),
        close: () => request.destroy(),
      });
    });
  });
}

/** Opens so many for each of the cookies. */
export async function openLiveClients(
  address: string,
  cookies: readonly string[],
  each: number,
): Promise<LiveClient[]> {
  const clients: LiveClient[] = [];
  for (const cookie of cookies) {
    const opening = Array.from({ length: each }, () => openLiveClient(address, cookie));
    clients.push(...(await Promise.all(opening)));
  }
  return clients;
}
