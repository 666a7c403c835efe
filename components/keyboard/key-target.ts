/** Fields into which keys are typed, and controls that pick by typing. */
const TAKES_TEXT = [
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])",
  "textarea",
  "select",
  "[contenteditable]:not([contenteditable=false])",
  "[role=textbox]",
  "[role=searchbox]",
  "[role=combobox]",
].join();

/** What stands above the page has the keyboard for itself. */
const ABOVE_THE_PAGE = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
const MODAL = "[aria-modal=true]";

/** Controls that the Enter key activates by itself. */
const ACTIVATED_BY_ENTER = "a[href], button, summary, [role=button], [role=link], [role=tab]";

/** Controls within which arrows have a meaning of their own. */
const MOVED_IN_BY_ARROWS = "input[type=radio], [role=radiogroup], [role=tablist], [role=slider], [role=grid]";

/** Whether a key pressed here belongs to the element or to what stands above the page, not to a shortcut. */
export function keyIsTaken(target: EventTarget | null, key: string): boolean {
  if (document.querySelector(MODAL)) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(TAKES_TEXT) || target.closest(ABOVE_THE_PAGE)) return true;
  if (key === "Enter") return target.closest(ACTIVATED_BY_ENTER) !== null;
  return key.startsWith("Arrow") && target.closest(MOVED_IN_BY_ARROWS) !== null;
}
