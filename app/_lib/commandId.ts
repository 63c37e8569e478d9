/** A fresh id for a command: 128 random bits. Works on plain http too, where `randomUUID` does not. */
export const newCommandId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
