'use client';

import type { CallView } from '@/core/contract/view';
import { usePlay, useSimNow } from '../playContext';
import { blockedMs, lineOf } from './calls';

/** The call that takes this participant's line now, or null. */
export const useLine = (): CallView | null => usePlay((s) => lineOf(s.view));

/** Whether anything but the call is refused now (C3). */
export const useBlocked = (): boolean => usePlay((s) => lineOf(s.view) !== null);

/** Simulated ms for which this call has blocked, in whole seconds. */
export const useBlockedMs = (call: CallView): number => blockedMs(call, useSimNow(1_000));
