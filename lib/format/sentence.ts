/** Sentences of the server as it writes them, with `{name}` where it fills something in, and the same in another language. */
export type Catalogue = Readonly<Record<string, string>>;

/** Longer texts are no sentences of ours: a cloud or an attacker decides how long they are. */
const MAX_LENGTH = 2_000;

/** A name that ends so stands for another sentence of the catalogue. */
const NESTED = "Words";

type Form = {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly translation: string;
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const withoutStop = (text: string) => text.replace(/[.。]$/, "");

function toForm([sentence, translation]: readonly [string, string]): Form {
  const parts = withoutStop(sentence).split(/\{(\w+)\}/);
  const source = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : "(.+?)")).join("");
  return {
    pattern: new RegExp(`^${source}$`, "s"),
    names: parts.filter((_, index) => index % 2 === 1),
    translation,
  };
}

/** The forms that say more of a sentence by themselves come first. */
const fixedLength = (sentence: string) => sentence.replace(/\{\w+\}/g, "").length;

/**
 * Says sentences of the server in the catalogue's language. As with gettext, the English sentence is the key: what
 * was stored years ago and what another version answers are understood, too. What is filled in stays as it
 * is, and so does every text that is not of the catalogue.
 */
export function sentenceTranslator(catalogue: Catalogue): (text: string) => string {
  const forms = Object.entries(catalogue)
    .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
    .map(toForm);

  function translated(text: string): string | null {
    const bare = withoutStop(text);
    for (const { pattern, names, translation } of forms) {
      const found = pattern.exec(bare);
      if (!found) continue;
      const values = new Map(names.map((name, index) => [name, filledIn(name, found[index + 1] ?? "")]));
      if ([...values.values()].includes(null)) continue;
      return translation.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? "");
    }
    return null;
  }

  const filledIn = (name: string, value: string) => (name.endsWith(NESTED) ? translated(value) : value);

  return (text) => {
    if (text.length > MAX_LENGTH) return text;
    const said = translated(text);
    if (said === null) return text;
    return text.endsWith(".") ? said : withoutStop(said);
  };
}
