'use client';

// First of all: schemas look for it when they are made.
import '@/core/contract/withoutEval';

import { Editor, type OpenDraft } from '../../_features/edit/Editor';
import { SimulatePanel } from '../../_features/simulate/SimulatePanel';

/** The editor with what other features bring to it. */
export const Workbench = ({ open }: { open: OpenDraft }) => (
  <Editor open={open} simulate={(scenario, take) => <SimulatePanel scenario={scenario} onMinutes={take} />} />
);
