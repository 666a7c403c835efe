import { ApiError } from "./fetch-json";

/**
 * Gives a request up that is not answered in time.
 * @param ms how long it may take, milliseconds.
 * @param ask sends it with the signal that ends it.
 * @throws ApiError that is `silent` when time is up; whatever `ask` throws.
 */
export async function withPatience<Answer>(
  ms: number,
  ask: (signal: AbortSignal) => Promise<Answer>,
  signal: AbortSignal = new AbortController().signal,
): Promise<Answer> {
  const late = AbortSignal.timeout(ms);
  try {
    return await ask(AbortSignal.any([signal, late]));
  } catch (cause) {
    if (!late.aborted || signal.aborted) throw cause;
    throw new ApiError("The server does not answer.", null, null, { cause, silent: true });
  }
}
