/** Where the JSON text that begins at `start` ends; the end of everything where it is not closed. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === "\\") at += 1;
    else if (json[at] === '"') return at;
  }
  return json.length;
}

/**
 * JSON in which every part below so many levels is replaced by a text that holds it: nothing of it is lost, and all around
 * it can be read. What looks through a value calls itself for each level, and thousands of them fill the stack.
 */
export function foldDeepParts(json: string, levels: number): string {
  const folded: string[] = [];
  let end = 0;
  let start = 0;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') {
      at = endOfText(json, at);
    } else if (character === "[" || character === "{") {
      depth += 1;
      if (depth === levels + 1) start = at;
    } else if (character === "]" || character === "}") {
      if (depth === levels + 1) {
        folded.push(json.slice(end, start), JSON.stringify(json.slice(start, at + 1)));
        end = at + 1;
      }
      depth -= 1;
    }
  }
  return end === 0 ? json : folded.join("") + json.slice(end);
}
