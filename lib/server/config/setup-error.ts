/**
 * A mistake of set-up that whoever starts the server can mend. The message is all that is shown of it: it names the
 * setting and the mend, never a secret.
 */
export class SetupError extends Error {
  override readonly name = "SetupError";
}
