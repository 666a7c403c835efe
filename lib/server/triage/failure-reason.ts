/** Why something could not be read, for a person. Cloud errors hold no secrets by contract. */
export function failureReason(error: unknown): string {
  return error instanceof Error ? error.message : "The cloud could not be read.";
}
