/** Raised when frames or commands change their meaning; the server refuses an older page with code `version`. */
export const protocolVersion = 1;
