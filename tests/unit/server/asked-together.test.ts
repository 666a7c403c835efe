import { describe, expect, test } from "vitest";
import { askedTogether } from "@/lib/server/asked-together";
import { type Deferred, deferred } from "@/tests/support/deferred";

/** A question whose answers are given by hand; it is answered with its own number. */
function heldQuestion() {
  const held: Deferred<() => number>[] = [];
  const ask = askedTogether(async () => {
    const one = deferred<() => number>();
    held.push(one);
    const answer = await one.promise;
    return answer();
  });
  return {
    ask,
    asked: () => held.length,
    answer: (index: number) => held[index]?.resolve(() => index),
    fail: (index: number) =>
      held[index]?.resolve(() => {
        throw new Error("The database is gone.");
      }),
  };
}

/** Until everything that can go on has gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("questions asked together", () => {
  test("all who come while a question is under way share the next one, which is asked after them", async () => {
    const { ask, asked, answer } = heldQuestion();
    const first = ask();
    await settled();
    const others = [ask(), ask(), ask()];
    await settled();
    expect(asked()).toBe(1);
    answer(0);
    await settled();
    expect(asked()).toBe(2);
    answer(1);
    expect(await Promise.all([first, ...others])).toEqual([0, 1, 1, 1]);
  });

  test("nobody gets an answer that was asked for before they came, however many waited", async () => {
    const { ask, asked, answer } = heldQuestion();
    const answers: Promise<number>[] = [];
    for (let round = 0; round < 4; round += 1) {
      answers.push(ask(), ask());
      await settled();
      answer(asked() - 1);
      await settled();
    }
    expect(await Promise.all(answers)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  test("a failure reaches those who shared it, and the next are asked for anew", async () => {
    const { ask, answer, fail } = heldQuestion();
    const first = ask();
    await settled();
    const second = ask();
    const refused = expect(first).rejects.toThrow("The database is gone.");
    fail(0);
    await refused;
    await settled();
    answer(1);
    expect(await second).toBe(1);
  });
});
