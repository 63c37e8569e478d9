import type { BoardScenario } from '@/core/contract/board';
import type { Scenario } from '@/core/contract/scenario';

/** What a facilitator needs of a mission to bring something into it. */
export const boardScenario = ({ slug, title, recipients, mail }: Scenario): BoardScenario => ({
  slug,
  title,
  recipients: recipients.map(({ id, name }) => ({ id, name })),
  items: mail.map(({ id, from, subject }) => ({ id, from, subject })),
});
