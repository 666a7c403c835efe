import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { loadEnvFile, readEnv, readSecret } from "@/lib/server/env";

describe("the environment", () => {
  it("has defaults for everything that may be unset or empty", () => {
    const env = readEnv({ PORT: "", DATABASE_URL: "", OTHER: "x" });
    expect(env).toEqual({
      PORT: 3000,
      HOSTNAME: "127.0.0.1",
      WATCHFLOOR_DATA_DIR: "./data",
      WATCHFLOOR_LOCAL_SIGN_IN: "on",
      WATCHFLOOR_RECENT_SIGN_IN_HOURS: 12,
      WATCHFLOOR_SESSION_HOURS: 168,
      WATCHFLOOR_SESSION_IDLE_MINUTES: 1440,
      LOG_LEVEL: "info",
    });
    expect(Object.isFrozen(env)).toBe(true);
  });

  it("gives what is set, with secrets that do not print", () => {
    const source = {
      PORT: "8080",
      DATABASE_URL: "postgresql://watchfloor:planted-one@db/watchfloor",
      WATCHFLOOR_ADMIN_PASSWORD: "planted-two",
      NEXTAUTH_SECRET: "planted-three-planted-three-planted",
      NEXTAUTH_URL: "https://watchfloor.example.com",
      LOG_LEVEL: "debug",
    };
    const env = readEnv(source);
    expect(env).toMatchObject({ PORT: 8080, LOG_LEVEL: "debug", NEXTAUTH_URL: source.NEXTAUTH_URL });
    expect(env.DATABASE_URL?.reveal()).toBe(source.DATABASE_URL);
    expect(env.WATCHFLOOR_ADMIN_PASSWORD?.reveal()).toBe("planted-two");
    expect(inspect(env) + JSON.stringify(env)).not.toContain("planted");
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "70000"],
    ["PORT", "3000x"],
    ["DATABASE_URL", "mysql://planted-db"],
    ["WATCHFLOOR_ADMIN_PASSWORD", "planted"],
    ["NEXTAUTH_URL", "planted.example.com"],
    ["NEXTAUTH_URL", "https://user:planted@watchfloor.example.com"],
    ["NEXTAUTH_URL", "https://watchfloor.example.com/planted"],
    ["NEXTAUTH_URL", "https://watchfloor.example.com/?planted"],
    ["NEXTAUTH_SECRET", "planted"],
    ["WATCHFLOOR_METRICS_TOKEN", "planted with spaces in it"],
    ["WATCHFLOOR_METRICS_TOKEN", "planted-with-its-line-break\n"],
    ["LOG_LEVEL", "planted-loud"],
    ["WATCHFLOOR_TRUSTED_PROXIES", "planted.example.com"],
    ["WATCHFLOOR_SESSION_HOURS", "0"],
    ["WATCHFLOOR_SESSION_IDLE_MINUTES", "1"],
    ["WATCHFLOOR_LOCAL_SIGN_IN", "planted"],
    ["WATCHFLOOR_LOCAL_SIGN_IN", "off"],
    ["WATCHFLOOR_OIDC_ISSUER", "planted"],
    ["WATCHFLOOR_OIDC_ISSUER", "http://planted.example.com"],
    ["WATCHFLOOR_OIDC_ISSUER", "https://user:planted@sso.example.com"],
    ["WATCHFLOOR_OIDC_ROLE_MAP", "planted=root"],
    ["WATCHFLOOR_OIDC_NAME", "planted ".repeat(10)],
  ])("refuses a wrong %s by name, without its value", (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`${name}: must`));
    expect(() => readEnv({ [name]: value })).not.toThrow(/planted|70000|3000x/);
  });

  it("names every wrong variable at once", () => {
    expect(() => readEnv({ PORT: "x", LOG_LEVEL: "x" })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });

  const provider = {
    WATCHFLOOR_OIDC_ISSUER: "https://sso.example.com/realms/soc",
    WATCHFLOOR_OIDC_CLIENT_ID: "watchfloor",
    WATCHFLOOR_OIDC_CLIENT_SECRET: "planted-client-secret",
    WATCHFLOOR_OIDC_ROLE_MAP: "soc=analyst",
  };

  it.each(Object.keys(provider))("names %s when an identity provider is configured without it", (missing) => {
    expect(() => readEnv({ ...provider, [missing]: "" })).toThrow(new RegExp(`${missing}: must be set`));
  });

  it.each(["https://sso.example.com/realms/soc", "http://127.0.0.1:9000", "http://localhost:9000/"])(
    "takes the issuer %s",
    (issuer) => {
      const env = readEnv({ ...provider, WATCHFLOOR_OIDC_ISSUER: issuer });
      expect(env.WATCHFLOOR_OIDC_ISSUER).toBe(issuer);
      expect(inspect(env) + JSON.stringify(env)).not.toContain("planted");
    },
  );

  it("gives a secret by name, none where it is unset or empty", () => {
    expect(readSecret("KEY", { KEY: "value" })?.reveal()).toBe("value");
    expect(readSecret("KEY", { KEY: "" })).toBeUndefined();
    expect(readSecret("KEY", {})).toBeUndefined();
  });

  it.each([
    ["the machine's name, which nobody chose, gives way to", hostname(), "0.0.0.0"],
    ["an address that somebody chose wins over", "192.0.2.7", "192.0.2.7"],
  ])("%s the address in the file", async (_, inherited, expected) => {
    const folder = await mkdtemp(join(tmpdir(), "watchfloor-env-"));
    vi.stubEnv("HOSTNAME", inherited);
    try {
      await writeFile(join(folder, ".env"), "HOSTNAME=0.0.0.0\n");
      loadEnvFile(join(folder, ".env"));
      expect(readEnv().HOSTNAME).toBe(expected);
    } finally {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true });
    }
  });
});
