"use client";

import { useRouter } from "next/navigation";
import { NAVIGATION } from "@/components/layout/navigation";
import type { ShortcutId } from "./shortcuts";
import { useShortcut } from "./use-shortcut";

/** The keys that lead to the console's pages. Shows nothing. */
export function GoToKeys() {
  return NAVIGATION.map(({ href, shortcut }) => shortcut && <GoToKey key={href} id={shortcut} href={href} />);
}

function GoToKey({ id, href }: { id: ShortcutId; href: string }) {
  const router = useRouter();
  useShortcut(id, () => router.push(href));
  return null;
}
