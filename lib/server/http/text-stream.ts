/** Handed over at a time, so that little waits for a slow reader. */
const SLICE_BYTES = 64 * 1024;

/**
 * Text that is made while it is read, as the body of an answer: nothing is made that nobody reads, and when the
 * reader goes away, the making ends.
 * @param parts as text, or as its bytes in UTF-8.
 * @param onEnd called once, when nothing more is made, whatever ended it.
 */
export function textStream(
  parts: AsyncGenerator<string | Uint8Array<ArrayBuffer>>,
  onEnd: () => void = () => {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let left = new Uint8Array(0);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (left.length === 0) {
        const part = await parts.next().catch((error: unknown) => {
          onEnd();
          throw error;
        });
        if (part.done) {
          onEnd();
          controller.close();
          return;
        }
        left = typeof part.value === "string" ? encoder.encode(part.value) : part.value;
      }
      controller.enqueue(left.subarray(0, SLICE_BYTES));
      left = left.subarray(SLICE_BYTES);
    },
    async cancel() {
      try {
        await parts.return(undefined);
      } finally {
        onEnd();
      }
    },
  });
}
