import { en } from "./en";
import type { SubjectWords } from "./guidance-texts";
import type { Subject } from "./subject";

const ADDRESSES = "{addresses}";

/** The English words with every value struck out. */
export const nameless: SubjectWords = {
  ...en.words,
  more: () => ADDRESSES,
  tally: () => "{tally}",
  block: (_, where) => en.words.block(ADDRESSES, where),
  backToOrigin: () => en.words.backToOrigin(ADDRESSES),
  masked: () => en.words.masked(ADDRESSES),
  internal: () => en.words.internal(ADDRESSES),
};

const struck = (value: string | null, name: string) => (value === null ? null : `{${name}}`);

/**
 * The subject with every value struck out. The English steps about it are the steps' ids: the same in every
 * language, and whatever the event's attackers and counts come to be.
 * @param subject built with {@link nameless}.
 */
export function namelessSubject(subject: Subject): Subject {
  return {
    ...subject,
    title: "{title}",
    target: "{target}",
    host: "{host}",
    origin: "{origin}",
    inner: "{inner}",
    weaknesses: struck(subject.weaknesses, "weaknesses"),
    rule: struck(subject.rule, "rule"),
    accounts: struck(subject.accounts, "accounts"),
  };
}
