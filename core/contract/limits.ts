/** Sizes that schemas enforce and screens show. Characters are UTF-16 code units, as `maxlength` counts them. */
export const limits = {
  subject: 160,
  text: 4_000,
  /** Said at once on the line, or left as a message. */
  spoken: 400,
  callsPerRun: 500,
  name: 60,
  search: 100,
  requestsPerMail: 12,
  detailsPerMail: 24,
  laterPerRun: 50,
  mailsPerRun: 2_000,
  /** Bytes of one socket frame; the largest honest command is well under it. */
  frameBytes: 64_000,
  /** Bytes of one scenario file. */
  scenarioBytes: 512_000,
} as const;
