import type { Scenario } from '@/core/contract/scenario';
import type { Habits } from './player';

export const usual: Habits = { remindMin: 30, redialMin: 15, callAfterMin: 30, practised: 2 / 3 };

/** How long somebody who knows how long a mission lasts waits before trying again (balance of the design, sections 3 and 5). */
export const byShape: Partial<Record<Scenario['teaching']['shape'], Partial<Habits>>> = {
  practice: { remindMin: 10, redialMin: 5 },
  taste: { remindMin: 14, redialMin: 8, callAfterMin: 20 },
  quick: { remindMin: 20, redialMin: 12 },
  'fan-out': { remindMin: 25 },
};

export const habitsFor = ({ teaching }: Scenario): Habits => ({ ...usual, ...byShape[teaching.shape] });
