import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Language } from "@/lib/events/language";
import type { Messages } from "@/messages/messages-of";

/** The console's texts in a language, as the product shows them. Read as files: Playwright imports no JSON. */
export function textsIn(language: Language): Messages {
  const folder = `messages/${language}`;
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return JSON.parse(
    `{${files
      .map(
        (name) => `${JSON.stringify(basename(name, ".json"))}: ${readFileSync(`${folder}/${name}`, "utf8")}`,
      )
      .join(",")}}`,
  );
}
