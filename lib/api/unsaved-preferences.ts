import { z } from "zod";
import type { PreferencesChange } from "./preference-choices";
import { type Preferences, preferencesSchema } from "./preferences";

const unsavedSchema = z.object({ username: z.string(), change: z.record(z.string(), z.unknown()) });

/**
 * The choices in the cookie: of this person alone, since browsers are shared; null where there are none that
 * make sense.
 * @param stored what the server has; the choices come on top of it.
 */
export function withUnsaved(
  text: string | undefined,
  username: string,
  stored: Preferences,
): { readonly preferences: Preferences; readonly unsaved: PreferencesChange | null } {
  const nothing = { preferences: stored, unsaved: null };
  if (text === undefined) return nothing;
  const cookie = unsavedSchema.safeParse(parsedJson(text));
  if (!cookie.success || cookie.data.username !== username) return nothing;
  const { change } = cookie.data;
  const whole = preferencesSchema.safeParse({ ...stored, ...change });
  if (!whole.success) return nothing;
  const unsaved = Object.entries(whole.data).filter(([key]) => key in change);
  return { preferences: whole.data, unsaved: Object.fromEntries(unsaved) };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
