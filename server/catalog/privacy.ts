import { type LiveHandle, liveHandle } from '@/core/contract/live';

/** Days until what is kept is deleted, as this server was told. */
export const keptFor = (): LiveHandle['keepDays'] => liveHandle().keepDays;
