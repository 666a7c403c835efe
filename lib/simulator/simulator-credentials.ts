import type { IamAccount } from "@/lib/simulator/iam/iam-dialect";
import { random } from "@/lib/simulator/random";
import type { AlibabaKey } from "@/lib/simulator/signature/acs3-verifier";
import type { HuaweiKey } from "@/lib/simulator/signature/sdk-hmac-verifier";

/** Everything that opens the simulated clouds. Made up from the seed; worth nothing anywhere else. */
export interface SimulatorCredentials {
  readonly alibaba: { readonly accessKeyId: string; readonly accessKeySecret: string };
  /** Temporary credentials: the token must travel with every request. */
  readonly sts: {
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    readonly securityToken: string;
  };
  readonly huawei: { readonly accessKey: string; readonly secretKey: string };
  readonly huaweiTemporary: {
    readonly accessKey: string;
    readonly secretKey: string;
    readonly securityToken: string;
  };
  readonly iam: IamAccount;
  readonly projectId: string;
  readonly instanceId: string;
  /** Account id that status changes made with the access keys are recorded under. */
  readonly userId: string;
}

export function simulatorCredentials(seed: number): SimulatorCredentials {
  const source = random(seed, "credentials");
  const projectId = source.hex(32);
  const upper = (length: number) => source.hex(length).toUpperCase();
  return {
    alibaba: { accessKeyId: `LTAI5t${source.hex(18)}`, accessKeySecret: source.hex(30) },
    sts: {
      accessKeyId: `STS.${source.hex(24)}`,
      accessKeySecret: source.hex(30),
      securityToken: `CAIS${source.hex(600)}`,
    },
    huawei: { accessKey: upper(20), secretKey: source.hex(40) },
    huaweiTemporary: {
      accessKey: upper(20),
      secretKey: source.hex(40),
      securityToken: `gQpj${source.hex(400)}`,
    },
    iam: {
      user: "watchfloor-reader",
      password: source.hex(24),
      domain: "example-domain",
      projectId,
      projectName: "cn-north-4",
    },
    projectId,
    instanceId: `waf_v3prepaid_public_cn-${source.hex(11)}`,
    userId: `16109${source.int(10_000_000_000, 99_999_999_999)}`,
  };
}

/** The Alibaba keys as the verifier knows them, and one that an administrator has disabled. */
export function alibabaKeys(credentials: SimulatorCredentials): AlibabaKey[] {
  return [
    { ...credentials.alibaba, active: true },
    { ...credentials.sts, active: true },
    { accessKeyId: "LTAI5tDisabled", accessKeySecret: credentials.alibaba.accessKeySecret, active: false },
  ];
}

export function huaweiKeys(credentials: SimulatorCredentials): HuaweiKey[] {
  return [credentials.huawei, credentials.huaweiTemporary];
}
