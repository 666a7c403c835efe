import { type RefObject, useEffect, useEffectEvent } from "react";
import { useSignedIn } from "@/components/layout/signed-in";
import { keepInTab, readTab } from "@/components/layout/tab-storage";

type Field = HTMLInputElement | HTMLSelectElement;

/** A password that is being shown stands in a field of type "text". */
const isPassword = ({ type, autocomplete }: HTMLInputElement): boolean =>
  type === "password" || autocomplete.includes("password");

/** Fields whose content may be kept: never a password. */
function keptFields(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (field): field is Field =>
      field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && !isPassword(field)),
  );
}

/** Whether a field holds what it was filled with. */
function isUntouched(field: Field): boolean {
  if (field instanceof HTMLInputElement) return field.value === field.defaultValue;
  const options = [...field.options];
  const initial = options.findIndex((option) => option.defaultSelected);
  return field.selectedIndex === Math.max(initial, 0);
}

/** What a select does not offer any more is left out. */
function fill(field: Field, value: string): void {
  const before = field.value;
  field.value = value;
  if (field.value !== value) field.value = before;
}

/**
 * What is typed into a form whose fields keep their own content: it outlives a reload, in this tab, until it was sent or
 * the form is reset.
 * @param name names the form among all of the console.
 * @param filled changes when the form is filled anew, with other elements.
 */
export function useFormDraft(form: RefObject<HTMLFormElement | null>, name: string, filled?: number) {
  const key = `form-draft.${useSignedIn().name}.${name}`;
  function keep() {
    if (!form.current) return;
    const typed = keptFields(form.current).filter((field) => !isUntouched(field));
    const draft = new URLSearchParams(typed.map((field) => [field.name, field.value]));
    keepInTab(key, typed.length > 0 ? draft.toString() : null);
  }
  const findAgain = useEffectEvent(() => {
    const draft = new URLSearchParams(readTab(key) ?? "");
    for (const field of form.current ? keptFields(form.current) : []) {
      const value = draft.get(field.name);
      // What was typed before the page came to life is newer.
      if (value !== null && isUntouched(field)) fill(field, value);
    }
    keep();
  });
  const typed = useEffectEvent(keep);
  const forget = () => keepInTab(key, null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other elements are to be listened to
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    findAgain();
    const listener = () => typed();
    // The fields are emptied after the event.
    const reset = () => queueMicrotask(listener);
    element.addEventListener("input", listener);
    element.addEventListener("reset", reset);
    return () => {
      element.removeEventListener("input", listener);
      element.removeEventListener("reset", reset);
    };
  }, [form, filled]);
  return { forget };
}
