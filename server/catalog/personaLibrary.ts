import type { Persona } from '@/core/contract/persona';
import { defaultPersonas } from '@/core/sim/scenario/personas';

/** The personas a scenario can name without describing them, in the order in which they are shown. */
export const personaLibrary = (): Persona[] => Object.values(defaultPersonas);
