import { random } from "@/lib/simulator/random";

const TOKEN_LENGTH = 2_000;

interface Issued {
  readonly user: string;
  readonly expiresAt: number;
}

/** The tokens that IAM has given out. A new one does not revoke an older one. */
export class TokenBook {
  readonly #issued = new Map<string, Issued>();
  #count = 0;

  constructor(
    private readonly seed: number,
    private readonly lifetimeMs: number,
  ) {}

  issue(user: string, now: number): { token: string; expiresAt: number } {
    this.#count += 1;
    const bytes = Buffer.from(random(this.seed, "token", this.#count).hex(TOKEN_LENGTH), "hex");
    const token = `MII${bytes.toString("base64")}`;
    const expiresAt = now + this.lifetimeMs;
    this.#issued.set(token, { user, expiresAt });
    return { token, expiresAt };
  }

  /** The user behind a token that is still good. */
  userOf(token: string, now: number): string | undefined {
    const issued = this.#issued.get(token);
    return issued && now < issued.expiresAt ? issued.user : undefined;
  }

  /** Every token given out so far stops working: password change, disabled user, end of its life. */
  expireAll(): void {
    this.#issued.clear();
  }
}
