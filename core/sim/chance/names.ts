import { nameWord } from './draw';

/** What the world draws for, as words of the keys of draws (R1): hashed once, when the program starts. */
export const names = {
  // Agendas and other people's mail (P1, P10).
  lunch: nameWord('lunch'),
  meetings: nameWord('meetings'),
  meetingStart: nameWord('meeting-start'),
  meetingLength: nameWord('meeting-length'),
  away: nameWord('away'),
  line: nameWord('line'),
  traffic: nameWord('traffic'),
  // Reading and deciding (P2 to P6).
  delay: nameWord('delay'),
  notice: nameWord('notice'),
  otherNotice: nameWord('other-notice'),
  gap: nameWord('gap'),
  gapPhase: nameWord('gap-phase'),
  decision: nameWord('decision'),
  handling: nameWord('handling'),
  // Calls (C2 to C8).
  pickUp: nameWord('pick-up'),
  ring: nameWord('ring'),
  focus: nameWord('focus'),
  lost: nameWord('lost'),
  opening: nameWord('opening'),
  callBack: nameWord('call-back'),
  callBackDelay: nameWord('call-back-delay'),
  look: nameWord('look'),
  lookDelay: nameWord('look-delay'),
  // Desk cards (D1).
  card: nameWord('card'),
} as const;
