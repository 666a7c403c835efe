/** RFC 3986: only `A-Z a-z 0-9 - _ . ~` stay; `encodeURIComponent` alone leaves `! ' ( ) *`. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Text that is not valid percent-encoding is taken literally: its signature will not match anyway. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Name and value pairs of a query or form text; a plus is a space, a missing value is empty. */
export function decodePairs(text: string): [string, string][] {
  if (text === "") return [];
  return text.split("&").map((pair) => {
    const mark = pair.indexOf("=");
    const [name, value] = mark < 0 ? [pair, ""] : [pair.slice(0, mark), pair.slice(mark + 1)];
    return [decode(name.replaceAll("+", " ")), decode(value.replaceAll("+", " "))];
  });
}

/** Both clouds: sorted by name, then value, encoded once, joined with `&`. */
export function canonicalQuery(query: string): string {
  return decodePairs(query)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join("&");
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Each path segment decoded, then encoded. */
export function canonicalPath(path: string): string {
  return path
    .split("/")
    .map((segment) => percentEncode(decode(segment)))
    .join("/");
}
