import type { PolicyName } from '@/core/contract/policy';

interface Look {
  stroke: string;
  text: string;
  fill: string;
  width: number;
  dash?: string;
  /** Of the band. */
  opacity: number;
}

/** Mail is a thin indigo line, a call a thick amber one; what is neither alone is ink. A dash tells policies of one channel apart. */
export const looks: Record<PolicyName, Look> = {
  'parallel-mailer': {
    stroke: 'stroke-mail',
    text: 'fill-mail',
    fill: 'fill-mail',
    width: 2.5,
    opacity: 0.16,
  },
  'one-at-a-time-mailer': {
    stroke: 'stroke-mail',
    text: 'fill-mail',
    fill: 'fill-mail',
    width: 2.5,
    dash: '7 5',
    opacity: 0.1,
  },
  'serial-caller': {
    stroke: 'stroke-call-solid',
    text: 'fill-call',
    fill: 'fill-call-solid',
    width: 6,
    opacity: 0.22,
  },
  hybrid: { stroke: 'stroke-ink', text: 'fill-ink', fill: 'fill-ink', width: 2.5, dash: '2 5', opacity: 0.1 },
};

/** The policies in the order of the page. */
export const policyOrder: readonly PolicyName[] = [
  'parallel-mailer',
  'serial-caller',
  'hybrid',
  'one-at-a-time-mailer',
];
