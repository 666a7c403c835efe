import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

/** Says that it runs; then, once its input ends, writes what nobody reads any more, and ends with 7. */
const WRITER = `
  import { ignoreClosedOutput } from "./lib/server/ignore-closed-output.ts";
  ignoreClosedOutput();
  console.log("ready");
  process.stdin.resume().once("end", async () => {
    for (let line = 0; line < 5; line += 1) {
      console.log("out", line);
      console.error("err", line);
      await new Promise(setImmediate);
    }
    process.exit(7);
  });
`;

test("a process whose output nobody reads any more goes on to its end", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", WRITER]);
  const exit = once(child, "exit");
  await once(child.stdout, "data");
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.end();
  expect(await exit).toEqual([7, null]);
});
