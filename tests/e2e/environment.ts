// `npm test` starts the product and sets these; by hand, start it with `npm start` and set the password.

/** Address of the running product. */
export const PRODUCT_ADDRESS = process.env.WATCHFLOOR_URL ?? "http://localhost:3000";

/** Path of the Chromium to use, if the caller insists on one. */
export const WANTED_CHROMIUM = process.env.PLAYWRIGHT_CHROMIUM;

/** The password of the account `admin`. @throws Error when it is not set. */
export function adminPassword(): string {
  const password = process.env.WATCHFLOOR_ADMIN_PASSWORD;
  if (password) return password;
  throw new Error(
    "WATCHFLOOR_ADMIN_PASSWORD is not set: give the password that the product was started with.",
  );
}

/** The running product's data directory. @throws Error when it is not set. */
export function dataDirectory(): string {
  const directory = process.env.WATCHFLOOR_DATA_DIR;
  if (directory) return directory;
  throw new Error("WATCHFLOOR_DATA_DIR is not set: give the directory that the product was started with.");
}
