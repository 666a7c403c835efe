import { type StreamMessage, streamMessageSchema } from "@/lib/api/event-changes";

/** Reads the messages of a text/event-stream body one by one. */
export type MessageReader = {
  /** The next message; null at the end of the stream. */
  next(): Promise<StreamMessage | null>;
  /** Reads until a message of that type. @throws Error at the end of the stream. */
  nextOf<Type extends StreamMessage["type"]>(type: Type): Promise<Extract<StreamMessage, { type: Type }>>;
  cancel(): Promise<void>;
};

export function readMessages(body: ReadableStream<Uint8Array> | null): MessageReader {
  if (!body) throw new Error("The answer has no body.");
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";

  async function next(): Promise<StreamMessage | null> {
    for (;;) {
      const [block, ...rest] = text.split("\n\n");
      if (rest.length > 0) {
        text = rest.join("\n\n");
        const data = /^data: (.*)$/m.exec(block ?? "")?.[1];
        if (data !== undefined) return streamMessageSchema.parse(JSON.parse(data));
        continue;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      text += decoder.decode(value, { stream: true });
    }
  }

  const isOf =
    <Type extends StreamMessage["type"]>(type: Type) =>
    (message: StreamMessage): message is Extract<StreamMessage, { type: Type }> =>
      message.type === type;

  return {
    next,
    async nextOf(type) {
      for (let message = await next(); message; message = await next()) {
        if (isOf(type)(message)) return message;
      }
      throw new Error(`The stream ended without a message "${type}".`);
    },
    cancel: () => reader.cancel(),
  };
}
