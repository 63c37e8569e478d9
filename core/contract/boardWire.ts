import { z } from 'zod';
import type { BoardChange, BoardView } from './board';
import type { ControlInput, ControlName, ControlReply } from './control';
import { rowId } from './ids';
import type { Refusal } from './refusal';

/** What a board says of itself when it connects. Who it may be is decided by the sign-in's cookie. */
export const boardHandshake = z.strictObject({ protocol: z.int(), session: rowId });

export type BoardOpened = { ok: true; board: BoardView } | { ok: false; refusal: Refusal };

export interface BoardToServer {
  /** The whole board, as it is now; changes follow. */
  open: (ack: (opened: BoardOpened) => void) => void;
  control: <K extends ControlName>(
    frame: { commandId: string; name: K; body: ControlInput<K> },
    ack: (reply: ControlReply) => void,
  ) => void;
}

export interface ServerToBoard {
  board: (change: BoardChange) => void;
  restarting: () => void;
  /** Whoever watched may no longer: signed out, or no longer among those who lead it. */
  dismissed: () => void;
}
