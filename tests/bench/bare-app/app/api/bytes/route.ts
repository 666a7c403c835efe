let bytes = new ArrayBuffer(0);

/** Answers with what was put here: the work of the framework alone. */
export function GET(): Response {
  return new Response(bytes, { headers: { "content-type": "application/json" } });
}

export async function PUT(request: Request): Promise<Response> {
  bytes = await request.arrayBuffer();
  return new Response(null, { status: 204 });
}
