import { randomBytes } from "node:crypto";
import { hash, type Options, verify } from "@node-rs/argon2";

/** OWASP's second choice for argon2id (19 MiB, 2 passes, 1 lane); the library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** How a hash of today's cost begins (PHC form). */
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** Nobody's password: verified for unknown accounts, so that they take as long as known ones. */
let dummyHash: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether a hash was made at another cost than today's: make it anew while the password is at hand. */
export function isOutdated(passwordHash: string): boolean {
  return !passwordHash.startsWith(CURRENT);
}

/**
 * Checks a password; takes the same time where there is no account (`passwordHash` null), and is then false.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummyHash ??= hashPassword(randomBytes(16).toString("base64"));
  const matches = await verify(passwordHash ?? (await dummyHash), password);
  return passwordHash !== null && matches;
}

/** 144 random bits, as 24 characters that survive a double click. */
export function generatePassword(): string {
  return randomBytes(18).toString("base64url");
}
