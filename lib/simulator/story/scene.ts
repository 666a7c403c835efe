import type { Actor } from "@/lib/simulator/story/actors";
import type { Service } from "@/lib/simulator/story/estate";

/** Who attacks what, when, how much: the part that the products' records of one campaign share. */
export interface Scene {
  readonly actor: Actor;
  readonly service: Service;
  /** Unix seconds. */
  readonly start: number;
  /** Seconds. */
  readonly duration: number;
  readonly attacks: number;
}
