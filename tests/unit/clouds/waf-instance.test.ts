import { describe, expect, it } from "vitest";
import { describeApisecEvents } from "@/lib/server/clouds/waf/describe-apisec-events";
import { describeInstance } from "@/lib/server/clouds/waf/describe-instance";
import { EMPTY_PAGE, failure, listApisecEvents, options } from "../../support/cloud-calls";
import { testClient, wafConnection } from "../../support/cloud-connections";
import { type ScriptedAnswer, scriptedFetch } from "../../support/scripted-fetch";

describe("the WAF instance", () => {
  const answers = (call: { url: URL; headers: Headers }): ScriptedAnswer =>
    call.headers.get("x-acs-action") === "DescribeInstance"
      ? { body: { InstanceId: "waf-found", RequestId: "R-2" } }
      : EMPTY_PAGE;

  function withoutInstance(script: Parameters<typeof scriptedFetch>[0]) {
    const { instanceId: _, ...connection } = wafConnection();
    const { fetch, sent } = scriptedFetch(script);
    const actions = () => sent.map(({ headers }) => headers.get("x-acs-action"));
    return { client: testClient(connection, { fetch }), sent, actions };
  }

  it("is looked up once for callers at the same time and later", async () => {
    const { client, sent, actions } = withoutInstance(answers);
    await Promise.all([listApisecEvents(client), listApisecEvents(client), listApisecEvents(client)]);
    await listApisecEvents(client);
    expect(actions().filter((action) => action === "DescribeInstance")).toHaveLength(1);
    expect(sent.at(-1)?.url.searchParams.get("InstanceId")).toBe("waf-found");
  });

  it("that does not exist is told with the mend, and looked for again", async () => {
    let owned = false;
    const { client } = withoutInstance((request) =>
      owned ? answers(request) : { body: { RequestId: "R-3" } },
    );
    expect(await failure(listApisecEvents(client))).toMatchObject({
      kind: "not-found",
      message: expect.stringMatching(/owns no WAF 3.0 instance at the site cn-hangzhou.*instanceId/),
    });
    owned = true;
    await expect(listApisecEvents(client)).resolves.toBeDefined();
  });

  describe("that was replaced by another", () => {
    const GONE = { status: 400, body: { Code: "InvalidInstanceId", Message: "", RequestId: "R-4" } };
    const NO_EVENT = { status: 404, body: { Code: "InvalidEvent.NotFound", Message: "", RequestId: "R-5" } };

    /** A cloud whose instance is `owned.instance`, and that refuses all others. */
    function replacing(refusal: ScriptedAnswer, owned: { instance: string }) {
      return withoutInstance(({ url, headers }) => {
        if (headers.get("x-acs-action") === "DescribeInstance")
          return { body: { InstanceId: owned.instance, RequestId: "R-2" } };
        return url.searchParams.get("InstanceId") === owned.instance ? EMPTY_PAGE : refusal;
      });
    }

    it.each([GONE, NO_EVENT])("is looked up once more before a call fails", async (refusal) => {
      const owned = { instance: "waf-old" };
      const { client, sent, actions } = replacing(refusal, owned);
      await listApisecEvents(client);
      owned.instance = "waf-new";
      await expect(listApisecEvents(client)).resolves.toBeDefined();
      await listApisecEvents(client);
      expect(actions().filter((action) => action === "DescribeInstance")).toHaveLength(2);
      expect(sent.at(-1)?.url.searchParams.get("InstanceId")).toBe("waf-new");
    });

    it("is not blamed for what another call did not find: that is told, after one look", async () => {
      const { client, actions } = withoutInstance(({ headers }) =>
        headers.get("x-acs-action") === "DescribeInstance"
          ? { body: { InstanceId: "waf-found", RequestId: "R-2" } }
          : NO_EVENT,
      );
      expect(await failure(listApisecEvents(client))).toMatchObject({ kind: "not-found" });
      expect(actions()).toEqual(["DescribeInstance", "DescribeApisecEvents", "DescribeInstance"]);
    });

    it("is not looked for where the connection names one", async () => {
      const { fetch, sent } = scriptedFetch([GONE]);
      const client = testClient(wafConnection(), { fetch });
      expect(await failure(listApisecEvents(client))).toMatchObject({ kind: "invalid" });
      expect(sent).toHaveLength(1);
    });
  });

  it("is still found for others when the first caller goes away", async () => {
    const { client } = withoutInstance(answers);
    const gone = new AbortController();
    const first = failure(client.call(describeApisecEvents, {}, options(gone.signal)));
    const second = listApisecEvents(client);
    gone.abort();
    expect(await first).toMatchObject({ kind: "cancelled" });
    await expect(second).resolves.toBeDefined();
  });

  it("is not needed to describe the instance itself", async () => {
    const { client, actions } = withoutInstance(answers);
    await client.call(describeInstance, {}, options());
    expect(actions()).toEqual(["DescribeInstance"]);
  });
});
