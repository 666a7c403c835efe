"use client";

import "@mantine/core/styles/Combobox.layer.css";
import { CloseButton, Combobox, TextInput, useCombobox } from "@mantine/core";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { InertText } from "@/components/ui/inert-text";
import type { EventFilter } from "@/lib/events/query";
import { acceptSuggestion } from "@/lib/events/query-text/complete-query-text";
import type { QueryTextProblem } from "@/lib/events/query-text/query-text-problem";
import classes from "./query-bar.module.css";
import { QueryMarks } from "./query-marks";
import { QueryProblems } from "./query-problems";
import { type ChangeFilter, useQueryDraft } from "./use-query-draft";
import { useQuerySuggestions } from "./use-query-suggestions";

/** The longest text that a filter of many values needs. */
const LONGEST = 4_000;

type QueryBarProps = {
  filter: EventFilter;
  onChange: ChangeFilter;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** The whole filter as one text, with completion; what cannot be understood is underlined and explained. */
export function QueryBar({ filter, onChange, inputRef }: QueryBarProps) {
  const t = useTranslations("query-bar");
  const draft = useQueryDraft(filter, onChange);
  const combobox = useCombobox();
  const suggestions = useQuerySuggestions(draft.completion, filter, combobox.dropdownOpened);
  const marks = useRef<HTMLDivElement>(null);
  const wantedCaret = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    inputRef.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  });

  const alignMarks = () => {
    if (marks.current && inputRef.current) marks.current.scrollLeft = inputRef.current.scrollLeft;
  };
  useLayoutEffect(alignMarks);

  function submit(event: FormEvent) {
    event.preventDefault();
    combobox.closeDropdown();
    draft.apply(draft.text);
  }

  function accept(insert: string) {
    const { text, caret } = acceptSuggestion(draft.text, draft.completion, insert);
    draft.type(text, caret);
    wantedCaret.current = caret;
    combobox.resetSelectedOption();
    if (suggestions.find((one) => one.insert === insert)?.completes) {
      combobox.closeDropdown();
      draft.apply(text);
    }
  }

  function mend({ start, end }: QueryTextProblem, replacement: string) {
    const mended = draft.text.slice(0, start) + replacement + draft.text.slice(end);
    draft.put(mended);
    draft.apply(mended);
    inputRef.current?.focus();
  }

  function clear() {
    draft.put("");
    draft.apply("");
    inputRef.current?.focus();
  }

  return (
    <search className={classes.bar}>
      <form onSubmit={submit} className={classes.form}>
        <Combobox
          store={combobox}
          onOptionSubmit={accept}
          middlewares={{ flip: false }}
          position="bottom-start"
        >
          <Combobox.Target targetType="input" withExpandedAttribute>
            <TextInput
              ref={inputRef}
              size="xs"
              role="combobox"
              aria-autocomplete="list"
              aria-label={t("label")}
              error={draft.problems.length > 0 && <QueryProblems problems={draft.problems} onMend={mend} />}
              errorProps={{ component: "div" }}
              placeholder={t("placeholder")}
              autoComplete="off"
              spellCheck={false}
              maxLength={LONGEST}
              value={draft.text}
              classNames={{ input: classes.input ?? "" }}
              onChange={({ currentTarget }) => {
                draft.type(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length);
                combobox.resetSelectedOption();
                combobox.openDropdown();
              }}
              onSelect={({ currentTarget }) => {
                const caret = currentTarget.selectionStart ?? 0;
                if (caret !== draft.caret) draft.type(draft.text, caret);
              }}
              onScroll={alignMarks}
              onClick={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              leftSection={<Search size={14} aria-hidden="true" />}
              leftSectionWidth={30}
              rightSectionWidth={30}
              rightSection={
                draft.text === "" ? (
                  <span className={classes.key} aria-hidden="true">
                    /
                  </span>
                ) : (
                  <CloseButton size="xs" aria-label={t("clear")} onClick={clear} />
                )
              }
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={suggestions.length === 0} className={classes.dropdown ?? ""}>
            <Combobox.Options aria-label={t("suggestions")} className={classes.options ?? ""}>
              {suggestions.map(({ insert, label, note }) => (
                <Combobox.Option key={insert} value={insert} className={classes.option ?? ""}>
                  <InertText clip mono text={label} />
                  {note && <span className={classes.note}>{note}</span>}
                </Combobox.Option>
              ))}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
        {draft.problems.length > 0 && <QueryMarks ref={marks} text={draft.text} problems={draft.problems} />}
      </form>
    </search>
  );
}
