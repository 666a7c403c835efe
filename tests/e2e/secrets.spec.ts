import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { adminPassword, dataDirectory } from "./environment";
import { expect, test } from "./support/watched-test";

/** Every secret that this server holds, by name. */
function secrets(): ReadonlyMap<string, string> {
  const directory = dataDirectory();
  const clouds = join(directory, "simulated-clouds");
  const files = readdirSync(clouds).filter((name) => !name.endsWith(".json"));
  const found = new Map(files.map((name) => [name, readFileSync(join(clouds, name), "utf8").trim()]));
  found.set("nextauth-secret", readFileSync(join(directory, "nextauth-secret"), "utf8").trim());
  return found.set("admin password", adminPassword());
}

test("no credential, token or signature is in any page, script or answer that a browser gets", async ({
  page,
  request,
}) => {
  const texts = new Map<string, Promise<string>>();
  page.on("response", (response) => {
    if (response.status() === 200)
      texts.set(
        response.url(),
        response.text().catch(() => ""),
      );
  });
  const { items } = await (await request.get("/api/events?limit=1&source=waf-api-security")).json();
  const screens = ["/events", `/events/${items[0].id}`, "/sources", "/sources/demo-waf/explore", "/sign-in"];
  for (const screen of screens) {
    await page.goto(screen);
    await page.waitForLoadState("networkidle");
  }
  const answers = [
    `/api/events/${items[0].id}`,
    `/api/events/${items[0].id}/history`,
    "/api/sources",
    "/api/health",
    "/api/openapi.json",
    "/api/cloud/demo-waf/DescribeInstance",
    "/api/cloud/demo-waf/DescribeApisecEvents?PageSize=0",
  ];
  for (const answer of answers) {
    const response = await request.get(answer);
    texts.set(answer, Promise.resolve(`${JSON.stringify(response.headers())}${await response.text()}`));
  }

  const held = [...secrets()];
  const leaks: string[] = [];
  for (const [place, text] of texts) {
    const body = await text;
    for (const [name, value] of held) if (body.includes(value)) leaks.push(`${name} in ${place}`);
    if (/(ACS3|SDK)-HMAC-SHA256 (Credential|Access)=/.test(body)) leaks.push(`a signature in ${place}`);
  }

  expect(held.every(([, value]) => value.length >= 12)).toBe(true);
  expect([...texts.keys()].some((place) => place.endsWith(".js"))).toBe(true);
  expect(leaks).toEqual([]);
});
