/**
 * Whether it is an error of that name, whichever copy of its class made it. Next bundles what starts the server and every
 * route apart, so a process has several copies of each class, and an error of one is no instance of another: what the
 * dependencies of the process throw would be unknown to the routes.
 */
export function isErrorNamed(value: unknown, name: string): boolean {
  return value instanceof Error && value.name === name;
}
