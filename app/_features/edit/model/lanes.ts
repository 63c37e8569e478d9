import type { AuthoredMail } from '@/core/contract/scenario';

/** A mail on the time line: where along it, from 0 to 1, and how far below. */
export interface Laid {
  mail: AuthoredMail;
  share: number;
  lane: number;
}

/** Part of the line that a label covers. */
const labelShare = 0.3;

/** Lays mails with a moment of their own out, so that no label covers another. */
export function lanesOf(mail: readonly AuthoredMail[], lengthMin: number): Laid[] {
  const ends: number[] = [];
  return mail
    .filter((m) => m.on === undefined)
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .map((m) => {
      const share = Math.min(1, (m.at ?? 0) / lengthMin);
      // Late ones are written to the left of their moment.
      const from = share < 0.6 ? share : share - labelShare;
      const free = ends.findIndex((end) => end <= from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = from + labelShare;
      return { mail: m, share, lane };
    });
}
