/**
 * What a run's clock goes for (T8). `quiet`: a scene without input for a minute. On a call: `ring`, `hold`, `say` (the participant
 * speaks), `look` (the other side looks it up), `speak` (the other side speaks), `choose` (nobody speaks), `message` (voicemail);
 * `incoming`: somebody rings the participant. `set`: one constant rate.
 */
export const clockReasons = [
  'idle',
  'compose',
  'read',
  'leaving',
  'quiet',
  'set',
  'ring',
  'hold',
  'say',
  'look',
  'speak',
  'choose',
  'message',
  'incoming',
] as const;
export type ClockReason = (typeof clockReasons)[number];
