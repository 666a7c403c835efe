/**
 * Lets those who ask while a question is under way share the next one: each gets an answer that was asked for after it
 * came, never an older one, and the database is asked one question at a time however many wait. A failure reaches all
 * who shared it and is not remembered.
 */
export function askedTogether<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<Answer> | null = null;

  function askNext(): Promise<Answer> {
    next = null;
    const answer = ask();
    current = answer;
    return answer;
  }

  return () => (next ??= current.then(askNext, askNext));
}
