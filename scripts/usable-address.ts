import { createServer } from "node:net";

const why = (host: string, port: number): Readonly<Record<string, string>> => ({
  EADDRINUSE: `Port ${port} of ${host} is taken by another program. Stop that one, or choose another port, for example PORT=${port + 1}.`,
  EACCES: `Port ${port} is kept for privileged programs. Choose one above 1023, for example PORT=3000, and put a proxy in front.`,
  EADDRNOTAVAIL: `HOSTNAME=${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`,
  ENOTFOUND: `HOSTNAME=${host} is not known. Use 127.0.0.1, or 0.0.0.0 for all addresses of this machine.`,
});

/** @throws Error that says how to mend it, where nothing could be served at the address. */
export async function checkUsableAddress(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = why(host, port)[code];
    throw reason === undefined ? error : new Error(reason, { cause: error });
  }
  await new Promise((resolve) => server.close(resolve));
}
