// The keyboard is listened to outside of React.
let singleKeysOn = true;

/** Makes keys without a modifier act, or not. */
export function applySingleKeys(on: boolean): void {
  singleKeysOn = on;
}

/** Whether keys without a modifier act; for a key that was just pressed. */
export function readSingleKeys(): boolean {
  return singleKeysOn;
}
