import { describe, expect, it, vi } from "vitest";
import { textStream } from "@/lib/server/http/text-stream";

/** Pieces of a megabyte, and how many were made. */
function endless() {
  const made = { pieces: 0, ended: false };
  async function* parts() {
    try {
      for (;;) {
        made.pieces += 1;
        yield "x".repeat(1024 * 1024);
      }
    } finally {
      made.ended = true;
    }
  }
  return { made, parts: parts() };
}

async function* texts(...given: readonly string[]) {
  yield* given;
}

describe("a text that is made while it is read", () => {
  it("comes byte for byte, whatever the sizes of its parts", async () => {
    const given = ["", "ä".repeat(100_000), "b", "", "漢字".repeat(40_000)];
    const onEnd = vi.fn();
    const stream = textStream(texts(...given), onEnd);
    expect(await new Response(stream).text()).toBe(given.join(""));
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it("is not made ahead of its reader, and its making ends when the reader goes away", async () => {
    const { made, parts } = endless();
    const onEnd = vi.fn();
    const reader = textStream(parts, onEnd).getReader();
    for (let slices = 0; slices < 20; slices += 1) await reader.read();
    expect(made.pieces).toBe(2);
    await reader.cancel();
    expect(made.ended).toBe(true);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it("that cannot be made ends as a failure, never as a whole file", async () => {
    async function* failing() {
      yield "a";
      throw new Error("The database is gone.");
    }
    const onEnd = vi.fn();
    await expect(new Response(textStream(failing(), onEnd)).text()).rejects.toThrow("database is gone");
    expect(onEnd).toHaveBeenCalledTimes(1);
  });
});
