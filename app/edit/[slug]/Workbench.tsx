'use client';

// First of all: schemas look for it when they are made.
import '@/core/contract/withoutEval';

import { useEffect, useState } from 'react';
import { Editor, type OpenDraft } from '../../_features/edit/Editor';
import type { Template } from '../../_features/edit/model/samples';
import { keepInTab } from '../../_features/simulate/keep';
import { SimulatePanel } from '../../_features/simulate/SimulatePanel';
import { Simulating } from '../../_features/simulate/simulating';

/** The editor with what other features bring to it. A simulation goes on while its writer is in another section. */
export function Workbench({ open, template }: { open: OpenDraft; template: Template }) {
  const [simulating] = useState(() => new Simulating());
  useEffect(() => {
    const stopKeeping = keepInTab(simulating, open.slug);
    return () => {
      stopKeeping();
      simulating.end();
    };
  }, [simulating, open.slug]);
  return (
    <Editor
      open={open}
      template={template}
      simulate={(scenario, take) => (
        <SimulatePanel scenario={scenario} simulating={simulating} onMinutes={take} />
      )}
    />
  );
}
