import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { readAgain } from "@/components/ui/read-again";
import { deferred } from "@/tests/support/deferred";

const KEY = ["part", "of", "event"];

/** A part that is shown; each reading of it is answered by hand. */
function shownPart() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers = [deferred<string>(), deferred<string>(), deferred<string>()];
  let asked = 0;
  const queryFn = () => answers[asked++]?.promise ?? Promise.reject(new Error("asked too often"));
  const observer = new QueryObserver(client, { queryKey: KEY, queryFn });
  observer.subscribe(() => {});
  return {
    client,
    answer: (nth: number, text: string) => answers[nth]?.resolve(text),
    shown: () => client.getQueryData(KEY),
    asked: () => asked,
  };
}

test("what changes while a part is read for the first time is read once that answer is there", async () => {
  const part = shownPart();
  readAgain(part.client, ["part"]);
  readAgain(part.client, ["part"]);
  part.answer(0, "before");
  await vi.waitFor(() => expect(part.asked()).toBe(2));
  part.answer(1, "after");
  await vi.waitFor(() => expect(part.shown()).toBe("after"));
  expect(part.client.isFetching()).toBe(0);
  expect(part.asked()).toBe(2);
});

test("changes that follow each other faster than answers come keep no answer from being shown", async () => {
  const part = shownPart();
  part.answer(0, "first");
  await vi.waitFor(() => expect(part.shown()).toBe("first"));
  readAgain(part.client, ["part"]);
  readAgain(part.client, ["part"]);
  part.answer(1, "second");
  await vi.waitFor(() => expect(part.shown()).toBe("second"));
  part.answer(2, "third");
  await vi.waitFor(() => expect(part.shown()).toBe("third"));
});
