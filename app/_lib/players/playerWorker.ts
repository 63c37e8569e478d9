import { expose } from 'comlink';
import { playBatch } from '@/core/replication/batch';
import { pictureOf } from '@/core/whatIf/picture';
import { separationOf } from '@/core/whatIf/separation';
import { playPiece } from '@/core/whatIf/study';

/** What a web worker can be asked for: the very functions that Node runs, so the same question has the same answer. */
const player = {
  piece: playPiece,
  batch: playBatch,
  picture: pictureOf,
  separation: separationOf,
};
export type Player = typeof player;

expose(player);
