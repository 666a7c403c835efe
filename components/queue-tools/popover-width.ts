/** Given to the component itself, whose own style goes before that of a class. */
export const POPOVER_WIDTH = "min(340px, calc(100vw - 16px))";
