/** Stands for a secret that was taken out of what a cloud sent. */
export const MASK = "••••••";
