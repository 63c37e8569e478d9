import type { FlightSample } from './board';
import type { SessionPhase } from './session';

/** A session on the wall of its room: how to come in, who has come, how it goes as a whole; nobody's results. */
export interface ScreenView {
  title: string;
  scenario: string;
  code: string | null;
  phase: SessionPhase;
  paused: boolean;
  /** In the order of joining; names as given or drawn. */
  people: { name: string; present: boolean }[];
  playing: number;
  done: number;
  inFlight: number;
  blocked: number;
  flight: FlightSample[];
}
