import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerWith } from "@/lib/api/answer-reader";
import { readJson } from "@/lib/api/read-json";

const reader = answerWith<{ total: number }>("total");

/** A server that takes every request and answers none, until somebody gives up. */
function answerNothing(_url: unknown, init?: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });
}

describe("what is read from the index", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is given up when the server takes the request and does not answer", async () => {
    vi.stubGlobal("fetch", answerNothing);
    // Node's own timer of signals is not a faked one.
    vi.spyOn(AbortSignal, "timeout").mockImplementation((delay) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException("late", "TimeoutError")), delay);
      return controller.signal;
    });
    const reading = expect(readJson("/api/events", reader)).rejects.toMatchObject({
      name: "ApiError",
      silent: true,
      problem: null,
      status: null,
    });
    await vi.advanceTimersByTimeAsync(20_000);
    await reading;
  });

  it("ends as the caller's own when the caller gives up first", async () => {
    vi.stubGlobal("fetch", answerNothing);
    const caller = new AbortController();
    const reading = expect(readJson("/api/events", reader, caller.signal)).rejects.toMatchObject({
      name: "AbortError",
    });
    caller.abort();
    await reading;
  });
});
