import type { Random } from "@/lib/simulator/random";
import type { Dataset } from "@/lib/simulator/simulator-options";
import type { Scene } from "@/lib/simulator/story/scene";

/** One attack told by all products: what it leaves in each when it begins at `start` (Unix seconds). */
export type Campaign = (source: Random, start: number) => Dataset;

/** The scene that follows `after` seconds later. */
export function later(scene: Scene, after: number, change: Partial<Scene> = {}): Scene {
  return { ...scene, start: scene.start + after, ...change };
}
