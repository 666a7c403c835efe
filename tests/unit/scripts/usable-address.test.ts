import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "@/scripts/free-port";
import { checkUsableAddress } from "@/scripts/usable-address";

test("an address where nothing listens can be used", async () => {
  await expect(checkUsableAddress("127.0.0.1", await freePort())).resolves.toBeUndefined();
});

test("a taken port is refused with another one to choose", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  await expect(checkUsableAddress("127.0.0.1", port)).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken by another program. Stop that one, or choose another port, for example PORT=${port + 1}.`,
  );
  await new Promise((resolve) => other.close(resolve));
});

test("an address of another machine is refused with those that can be used", async () => {
  await expect(checkUsableAddress("192.0.2.1", await freePort())).rejects.toThrow(
    "HOSTNAME=192.0.2.1 is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.",
  );
});
