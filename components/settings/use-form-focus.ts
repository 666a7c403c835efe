import { type RefObject, useEffect } from "react";
import { useLostFocus } from "@/components/ui/use-lost-focus";
import type { FieldErrors } from "./field-errors";

const INVALID = '[aria-invalid="true"]';
const PLACES = [INVALID, '[type="submit"]'];

/**
 * Leads to the first field that something is wrong with: at once where it was found before sending; after the answer,
 * unless somebody is typing elsewhere by then.
 */
export function useFormFocus(
  form: RefObject<HTMLFormElement | null>,
  { invalid, pending }: { invalid: FieldErrors; pending: boolean },
): void {
  useEffect(() => {
    if (Object.keys(invalid).length > 0) form.current?.querySelector<HTMLElement>(INVALID)?.focus();
  }, [form, invalid]);
  useLostFocus(form, pending, PLACES);
}
