/** Handed over at a time, so that even a very slow reader is seen to go on. */
const SLICE_BYTES = 64 * 1024;

/** A reader who took nothing for too long. */
export class IdleReaderError extends Error {
  override readonly name = "IdleReaderError";
}

type TextStreamOptions = {
  /** A reader who takes nothing for so long is disconnected; milliseconds. Without it, never. */
  readonly idleMs?: number;
  /** Called once, when nothing more is made, whatever ended it. */
  readonly onEnd?: () => void;
};

/**
 * Text that is made while it is read, as the body of an answer: nothing is made that nobody reads, and when
 * the reader goes away or stands still, the making ends. Whoever was too slow sees a broken transfer, never a good end.
 */
export function textStream(
  parts: AsyncGenerator<string>,
  { idleMs, onEnd = () => {} }: TextStreamOptions = {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let left = new Uint8Array(0);
  let idle: NodeJS.Timeout | null = null;
  let ended = false;
  const wake = () => {
    if (idle !== null) clearTimeout(idle);
    idle = null;
  };
  const end = () => {
    wake();
    if (!ended) onEnd();
    ended = true;
  };
  const stop = async () => {
    try {
      await parts.return(undefined);
    } finally {
      end();
    }
  };

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      wake();
      while (left.length === 0) {
        const part = await parts.next().catch((error: unknown) => {
          end();
          throw error;
        });
        if (part.done) {
          end();
          controller.close();
          return;
        }
        left = encoder.encode(part.value);
      }
      controller.enqueue(left.subarray(0, SLICE_BYTES));
      left = left.subarray(SLICE_BYTES);
      if (ended || idleMs === undefined) return;
      idle = setTimeout(() => {
        controller.error(new IdleReaderError(`The reader took nothing for ${idleMs / 1_000} s.`));
        left = new Uint8Array(0);
        stop().catch(() => {});
      }, idleMs);
      idle.unref();
    },
    cancel: stop,
  });
}
