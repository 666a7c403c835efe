/** Backslashes right before a place of a text. */
function backslashesBefore(text: string, place: number): number {
  let count = 0;
  while (text[place - 1 - count] === "\\") count += 1;
  return count;
}

/**
 * Where a quoted text ends, in JSON that may itself stand in a text of JSON. A quote at a level of nesting has so many
 * backslashes before it: none, 1, 3, 7, and one that belongs to the text has more, but not by whole pairs of escaped
 * backslashes. One with fewer ends the text around it.
 * @param opening the place of its opening quote, which has its level's backslashes before it.
 * @returns the place after the closing quote, or after the last character where the text was cut off; linear.
 */
function quotedEnd(text: string, opening: number): number {
  const level = backslashesBefore(text, opening);
  const quote = text.charAt(opening);
  for (let place = text.indexOf(quote, opening + 1); place !== -1; place = text.indexOf(quote, place + 1)) {
    const count = backslashesBefore(text, place);
    if (count < level) return place - count;
    if (((count - level) / (level + 1)) % 2 === 0) return place + 1;
  }
  return text.length;
}

/** Where a list or an object ends; brackets within its texts are no brackets of it. */
function bracketsEnd(text: string, opening: number): number {
  let depth = 0;
  for (let place = opening; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (character === '"' || character === "'") place = quotedEnd(text, place) - 1;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") {
      depth -= 1;
      if (depth === 0) return place + 1;
    }
  }
  return text.length;
}

const START = /(\\{0,15})(["'])|[[{]|[^\s,;&\]}"'\\]+/y;

/** A value in JSON-like text. */
type FoundValue = {
  /** The place after it. What was cut off reaches to the end of the text. */
  readonly end: number;
  /** What stands around it where it is a quoted text. */
  readonly quote: string;
};

/** Finds the value that begins at a place of JSON-like text; `null` where none does. */
export function findValue(text: string, place: number): FoundValue | null {
  START.lastIndex = place;
  const start = START.exec(text);
  if (!start) return null;
  const [whole, escapes, quote] = start;
  if (quote !== undefined)
    return { end: quotedEnd(text, place + whole.length - 1), quote: `${escapes}${quote}` };
  const opens = whole === "[" || whole === "{";
  return { end: opens ? bracketsEnd(text, place) : place + whole.length, quote: "" };
}
