/** Where the cookies of the signed-in administrator are kept for the tests. */
export const SIGNED_IN = "test-results/signed-in.json";
