export const JSON_TYPE = "application/json";
/** RFC 9457 */
export const PROBLEM_TYPE = "application/problem+json";
