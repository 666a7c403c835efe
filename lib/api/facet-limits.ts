/** Values per text field of a facet answer: without `top`, and at most. */
export const DEFAULT_TOP = 50;
export const MAX_TOP = 1_000;
