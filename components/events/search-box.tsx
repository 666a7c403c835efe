"use client";

import { CloseButton, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useEffect, useState } from "react";
import classes from "./search-box.module.css";

type SearchBoxProps = {
  text: string | null;
  onSearch: (text: string | null) => void;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** How long a pause in typing means "search now", milliseconds. */
const PAUSE = 350;

/** Free text over title, type, target and attacker. Searches at a pause, or at once with Enter. */
export function SearchBox({ text, onSearch, inputRef }: SearchBoxProps) {
  const t = useTranslations("events.search");
  const [draft, setDraft] = useState(text ?? "");
  const [shown, setShown] = useState(text);
  // The URL may change from elsewhere (Back, a chip removed): the box follows it.
  if (shown !== text) {
    setShown(text);
    if ((text ?? "") !== draft.trim()) setDraft(text ?? "");
  }

  useEffect(() => {
    const wanted = draft.trim() === "" ? null : draft.trim();
    if (wanted === text) return;
    const timer = setTimeout(() => onSearch(wanted), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, text, onSearch]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSearch(draft.trim() === "" ? null : draft.trim());
  }

  return (
    <search className={classes.box}>
      <form onSubmit={submit}>
        <TextInput
          ref={inputRef}
          size="xs"
          type="search"
          aria-label={t("label")}
          placeholder={t("placeholder")}
          maxLength={500}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          leftSection={<Search size={14} aria-hidden="true" />}
          rightSection={
            draft === "" ? (
              <span className={classes.key} aria-hidden="true">
                /
              </span>
            ) : (
              <CloseButton size="xs" aria-label={t("clear")} onClick={() => setDraft("")} />
            )
          }
        />
      </form>
    </search>
  );
}
