"use client";

import "@/components/layout/mantine-part-styles";
import "@mantine/core/styles/Combobox.layer.css";
import { Combobox, useCombobox } from "@mantine/core";
import { useTranslations } from "next-intl";
import {
  type ClipboardEvent,
  type FormEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from "react";
import { InertText } from "@/components/ui/inert-text";
import { acceptSuggestion } from "@/lib/events/query-text/complete-query-text";
import { pastedLines } from "@/lib/events/query-text/pasted-lines";
import type { QueryTextProblem } from "@/lib/events/query-text/query-text-problem";
import classes from "./query-bar.module.css";
import type { QueryBarProps } from "./query-bar-props";
import { QueryField } from "./query-field";
import { QueryMarks } from "./query-marks";
import { QueryProblems } from "./query-problems";
import { type TypedQuery, useQueryDraft } from "./use-query-draft";
import { useQuerySuggestions } from "./use-query-suggestions";

type FullQueryBarProps = QueryBarProps & {
  /** What was typed into the stand-in meanwhile. */
  typed: TypedQuery | null;
};

/** The whole filter as one text, with completion; what cannot be understood is underlined and explained. */
export function FullQueryBar({ filter, onChange, inputRef, typed }: FullQueryBarProps) {
  const t = useTranslations("query-bar");
  const draft = useQueryDraft(filter, onChange, typed);
  const combobox = useCombobox();
  const suggestions = useQuerySuggestions(draft.completion, filter, combobox.dropdownOpened);
  const marks = useRef<HTMLDivElement>(null);
  const wantedCaret = useRef<number | null>(typed?.caret ?? null);

  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    inputRef.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  });

  const takeOver = useEffectEvent(() => {
    if (!typed) return;
    inputRef.current?.focus();
    if (typed.submitted) draft.apply(typed.text);
    else if (typed.changed) combobox.openDropdown();
  });
  useEffect(() => takeOver(), []);

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

  function pasteLines(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData("text/plain");
    // One line is pasted by the browser, which can take it back.
    if (!/[\r\n]\s*\S/.test(pasted)) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const before = value.slice(0, selectionStart ?? value.length);
    const text = before + pastedLines(pasted, before);
    draft.type(text + value.slice(selectionEnd ?? value.length), text.length);
    wantedCaret.current = text.length;
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
          // Within the page's landmarks.
          withinPortal={false}
        >
          <Combobox.Target targetType="input" withExpandedAttribute>
            <QueryField
              ref={inputRef}
              error={draft.problems.length > 0 && <QueryProblems problems={draft.problems} onMend={mend} />}
              value={draft.text}
              onChange={({ currentTarget }) => {
                draft.type(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length);
                combobox.resetSelectedOption();
                combobox.openDropdown();
              }}
              onSelect={({ currentTarget }) => {
                const caret = currentTarget.selectionStart ?? 0;
                if (caret !== draft.caret) draft.type(draft.text, caret);
              }}
              onPaste={pasteLines}
              onScroll={alignMarks}
              onClick={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onClear={clear}
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
