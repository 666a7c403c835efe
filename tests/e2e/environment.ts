/** What the browser tests are told by whoever starts the product for them (`npm test`). */
type Environment = {
  /** Address of the running product, no slash at the end. */
  readonly address: string;
  readonly adminPassword: string;
};

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set. "npm test" starts the product and sets it; by hand, set it yourself.`);
}

/** @throws Error naming the variable that is missing. */
export function environment(): Environment {
  return { address: required("WATCHFLOOR_URL"), adminPassword: required("WATCHFLOOR_ADMIN_PASSWORD") };
}

/** Path of the Chromium to use, if the caller insists on one. */
export const WANTED_CHROMIUM = process.env.PLAYWRIGHT_CHROMIUM;
