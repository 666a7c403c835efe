/** RFC 9457, as the server refuses what stands against something. */
export const refusal = (field: string, detail: string) => ({
  status: 409,
  contentType: "application/problem+json",
  json: {
    type: "urn:watchfloor:problem:conflict",
    title: "",
    status: 409,
    code: "conflict",
    detail,
    errors: [{ field, message: detail }],
    requestId: "request-1",
  },
});
