import type { Language } from "@/lib/events/language";
import { messagesOf } from "@/messages/messages-of";

function flatten(node: unknown, path: readonly string[]): [key: string, text: string][] {
  if (typeof node === "string") return [[path.join("."), node]];
  return Object.entries(Object(node)).flatMap(([key, child]) => flatten(child, [...path, key]));
}

/** Every text of a language by its full key: `events.sync.good`. */
export function flatMessages(language: Language): ReadonlyMap<string, string> {
  return new Map(flatten(messagesOf(language), []));
}

/** The names in braces and in tags, sorted: what the code hands over to the text. */
export function placeholdersOf(text: string): string[] {
  const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, name, tag]) => name ?? `<${tag}>`);
  return [...new Set(names)].sort();
}
