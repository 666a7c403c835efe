/** For each length of a beginning of the text: how much of it, shorter than itself, it also ends with. */
function overlaps(text: string): Int32Array {
  const lengths = new Int32Array(text.length);
  let length = 0;
  for (let at = 1; at < text.length; at += 1) {
    while (length > 0 && text[at] !== text[length]) length = lengths[length - 1] ?? 0;
    if (text[at] === text[length]) length += 1;
    lengths[at] = length;
  }
  return lengths;
}

/**
 * The places at which `part` stands in `text`, from left to right and without overlapping; none for an empty part. An
 * attacker may have written both, so it looks at every character twice at most (Knuth, Morris, Pratt); the
 * platform's own search takes the product of both lengths, and its patterns are limited in length.
 * @param most stops there.
 */
export function findText(text: string, part: string, most: number): number[] {
  const places: number[] = [];
  if (part === "" || part.length > text.length) return places;
  const lengths = overlaps(part);
  let found = 0;
  for (let at = 0; at < text.length && places.length < most; at += 1) {
    while (found > 0 && text[at] !== part[found]) found = lengths[found - 1] ?? 0;
    if (text[at] === part[found]) found += 1;
    if (found < part.length) continue;
    places.push(at + 1 - part.length);
    found = 0;
  }
  return places;
}
