import type { ReactNode } from 'react';
import type { Persona } from '@/core/contract/persona';

/** Changes the persona that is being shaped. `tag` names the figure, so that a pull at a slider is one step of undo. */
export type Shape = (tag: string, change: (p: Persona) => Persona) => void;

export interface ShapeProps {
  /** The persona's name within the scenario. */
  name: string;
  persona: Persona;
  shape: Shape;
}

/** Figures that belong together. */
export const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset>
    <legend className="mb-2 font-semibold">{title}</legend>
    <div className="grid gap-y-1.5">{children}</div>
  </fieldset>
);
