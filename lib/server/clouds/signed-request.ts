/** A request that is ready to be sent: signed over exactly these bytes. */
export type SignedRequest = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A query by name; a name may carry several values. */
export type Query = Readonly<Record<string, string | readonly string[]>>;

/** Percent-encodes as RFC 3986 asks for; encodeURIComponent leaves `!'()*`, which both signers encode. */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The query string in the order in which signers sort it, so that what is signed is what is sent. */
export function encodeQuery(query: Query): string {
  return Object.keys(query)
    .sort()
    .flatMap((name) => {
      const values = query[name] ?? [];
      return (typeof values === "string" ? [values] : values.toSorted()).map(
        (value) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`,
      );
    })
    .join("&");
}
