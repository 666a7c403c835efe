/** The start of a range in Unix seconds, rounded so that nothing at its edge is left out. */
export const secondsFrom = (at: Date) => Math.floor(at.getTime() / 1000);

/** The end of a range in Unix seconds, rounded up: later than {@link secondsFrom} of any earlier instant. */
export const secondsTo = (at: Date) => Math.ceil(at.getTime() / 1000);
