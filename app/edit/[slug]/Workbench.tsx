'use client';

// First of all: schemas look for it when they are made.
import '@/core/contract/withoutEval';

import { Editor, type OpenDraft } from '../../_features/edit/Editor';
import type { Template } from '../../_features/edit/model/samples';
import { SimulatePanel } from '../../_features/simulate/SimulatePanel';

/** The editor with what other features bring to it. */
export const Workbench = ({ open, template }: { open: OpenDraft; template: Template }) => (
  <Editor
    open={open}
    template={template}
    simulate={(scenario, take) => <SimulatePanel scenario={scenario} onMinutes={take} />}
  />
);
